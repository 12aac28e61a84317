import { beforeEach, describe, expect, test } from 'vitest';
import { mallory } from '../../endpoint/test-world.ts';
import { trailWorld } from '../cloudtrail/test-trail-world.ts';
import { organizations } from '../organizations/index.ts';
import { securityhub } from '../securityhub/index.ts';
import { guardduty } from './index.ts';

const MINUTE_MS = 60 * 1000;
const TYPE = 'Stealth:IAMUser/CloudTrailLoggingDisabled';

let aws: ReturnType<typeof trailWorld>;
let told: { accountId: string; detail: { title: string; service: { count: number } } }[];
let DetectorId: string;
const send = (operation: string, input: object = {}, options: object = {}) =>
  aws.call('guardduty', operation, input, options);
const enable = async (options: object = {}) =>
  ((await send('CreateDetector', { Enable: true }, options)) as { DetectorId: string }).DetectorId;

beforeEach(async () => {
  aws = trailWorld({}, guardduty, organizations);
  told = [];
  aws.world.on('matched', ({ accountId, event }) =>
    told.push({ accountId, detail: event.detail as (typeof told)[number]['detail'] }),
  );
  const EventPattern = '{"detail-type":["GuardDuty Finding"]}';
  await aws.call('events', 'PutRule', { Name: 'findings', EventPattern });
  await aws.createBucket();
  await aws.createLoggingTrail('main');
  DetectorId = await enable();
});

const stop = async (options: object = {}) => {
  await aws.send('StopLogging', { Name: 'main' }, options);
  await aws.clock.advance(5 * MINUTE_MS);
};
const titles = () => told.map(({ detail }) => detail.title);

describe('a trail that is turned off', () => {
  test('is found within five minutes, although no trail logs it', async () => {
    await stop({ sourceIp: '198.51.100.7' });
    expect(told).toMatchObject([
      {
        detail: {
          type: TYPE,
          severity: 2,
          title: 'AWS CloudTrail trail main was disabled.',
          resource: { accessKeyDetails: { userName: 'alice' } },
          service: {
            action: {
              awsApiCallAction: { api: 'StopLogging', remoteIpDetails: { ipAddressV4: '198.51.100.7' } },
            },
            archived: false,
          },
        },
      },
    ]);
  });

  test.each([
    ['deleted', 'DeleteTrail', { Name: 'main' }, 1],
    [
      'made to record no writes',
      'PutEventSelectors',
      { TrailName: 'main', EventSelectors: [{ ReadWriteType: 'ReadOnly' }] },
      1,
    ],
    ['put right again', 'PutEventSelectors', { TrailName: 'main', EventSelectors: [{}] }, 0],
  ])('is found when %s, or is none', async (_, operation, input, count) => {
    await aws.send(operation, input);
    await aws.clock.advance(5 * MINUTE_MS);
    expect(told).toHaveLength(count);
  });

  test('again by the same is told after the publishing interval', async () => {
    await send('UpdateDetector', { DetectorId, FindingPublishingFrequency: 'FIFTEEN_MINUTES' });
    await stop();
    await stop();
    expect(told).toHaveLength(1);
    await aws.clock.advance(15 * MINUTE_MS);
    expect(told).toMatchObject([
      { detail: { service: { count: 1 } } },
      { detail: { service: { count: 2 } } },
    ]);
  });

  test('is not found by a detector that is off or gone', async () => {
    await send('UpdateDetector', { DetectorId, Enable: false });
    await stop();
    await send('DeleteDetector', { DetectorId });
    await stop();
    expect(told).toEqual([]);
  });

  test('is archived in silence by a filter, until that is gone', async () => {
    const FindingCriteria = { Criterion: { type: { Equals: [TYPE] } } };
    await send('CreateFilter', { DetectorId, Name: 'mute', Action: 'ARCHIVE', FindingCriteria });
    await stop();
    expect(told).toEqual([]);
    const archived = { Criterion: { 'service.archived': { Equals: ['true'] } } };
    expect(await send('ListFindings', { DetectorId, FindingCriteria: archived })).toMatchObject({
      FindingIds: [expect.any(String)],
    });
    await send('DeleteFilter', { DetectorId, FilterName: 'mute' });
    await aws.send('DeleteTrail', { Name: 'main' });
    await aws.clock.advance(5 * MINUTE_MS);
    expect(titles()).toEqual(['AWS CloudTrail trail main was disabled.']);
  });

  test('is not found when it is done from a trusted address', async () => {
    const putList = (Body: string) =>
      aws.call('s3', 'PutObject', { Bucket: 'trail-logs', Key: 'trusted.txt', Body: Buffer.from(Body) });
    await putList('198.51.100.0/24\n');
    const list = { DetectorId, Name: 'ours', Format: 'TXT', Location: 's3://trail-logs/trusted.txt' };
    await send('CreateIPSet', { ...list, Activate: true });
    await stop({ sourceIp: '198.51.100.7' });
    expect(told).toEqual([]);
    await putList('203.0.113.1');
    await stop({ sourceIp: '198.51.100.7' });
    expect(told).toHaveLength(1);
  });

  test('in a member account is told to its administrator too, while it is monitored', async () => {
    const asMember = { caller: mallory };
    const theirs = await enable(asMember);
    const administratorId = '111122223333';
    const AccountIds = [mallory.accountId];
    await send('CreateMembers', {
      DetectorId,
      AccountDetails: [{ AccountId: mallory.accountId, Email: 'm@example.com' }],
    });
    await send('InviteMembers', { DetectorId, AccountIds });
    const { Invitations } = (await send('ListInvitations', {}, asMember)) as {
      Invitations: { InvitationId: string }[];
    };
    await send(
      'AcceptAdministratorInvitation',
      { DetectorId: theirs, AdministratorId: administratorId, InvitationId: Invitations[0]?.InvitationId },
      asMember,
    );
    const sample = () => send('CreateSampleFindings', { DetectorId: theirs, FindingTypes: [TYPE] }, asMember);
    await sample();
    await aws.clock.advance(0);
    expect(told.map(({ accountId }) => accountId)).toEqual([administratorId]);
    await expect(
      send('ArchiveFindings', { DetectorId: theirs, FindingIds: [] }, asMember),
    ).rejects.toMatchObject({ code: 'BadRequestException' });
    await send('StopMonitoringMembers', { DetectorId, AccountIds });
    expect(await send('GetDetector', { DetectorId: theirs }, asMember)).toMatchObject({ Status: 'DISABLED' });
    await send('StartMonitoringMembers', { DetectorId, AccountIds });
    await send('DisassociateFromAdministratorAccount', { DetectorId: theirs }, asMember);
    await sample();
    await aws.clock.advance(0);
    expect(told).toHaveLength(1);
    expect(await send('GetMembers', { DetectorId, AccountIds })).toMatchObject({
      Members: [{ RelationshipStatus: 'Resigned' }],
    });
  });
});

describe("an organization's administrator", () => {
  test('is named by the management account and has the member accounts at once', async () => {
    const asMember = { caller: mallory };
    const AdminAccountId = mallory.accountId;
    await expect(send('EnableOrganizationAdminAccount', { AdminAccountId })).rejects.toMatchObject({
      code: 'BadRequestException',
    });
    const organize = (operation: string, input: object = {}, options: object = {}) =>
      aws.call('organizations', operation, input, options) as Promise<{ Handshake: { Id: string } }>;
    await organize('CreateOrganization');
    const Target = { Type: 'ACCOUNT', Id: AdminAccountId };
    const { Handshake } = await organize('InviteAccountToOrganization', { Target });
    await organize('AcceptHandshake', { HandshakeId: Handshake.Id }, asMember);
    await send('EnableOrganizationAdminAccount', { AdminAccountId });
    const theirs = await enable(asMember);
    const AccountDetails = [{ AccountId: '111122223333', Email: 'a@example.com' }];
    await send('CreateMembers', { DetectorId: theirs, AccountDetails }, asMember);
    await expect(send('DisassociateFromMasterAccount', { DetectorId })).rejects.toMatchObject({
      code: 'BadRequestException',
    });
    const update = { DetectorId: theirs, AutoEnableOrganizationMembers: 'ALL' };
    await send('UpdateOrganizationConfiguration', update, asMember);
    expect(await send('DescribeOrganizationConfiguration', { DetectorId: theirs }, asMember)).toMatchObject({
      AutoEnableOrganizationMembers: 'ALL',
    });
    await send('DisableOrganizationAdminAccount', { AdminAccountId });
    expect(await send('ListOrganizationAdminAccounts')).toEqual({ AdminAccounts: [] });
    await expect(send('UpdateOrganizationConfiguration', update, asMember)).rejects.toMatchObject({
      code: 'BadRequestException',
    });
  });
});

test('a finding is one of Security Hub too, unless its product is disabled there', async () => {
  const hub = (operation: string, input: object = {}) => aws.call('securityhub', operation, input);
  aws = trailWorld({}, guardduty, securityhub);
  await hub('EnableSecurityHub', { EnableDefaultStandards: false });
  const input = { DetectorId: await enable(), FindingTypes: [TYPE] };
  await send('CreateSampleFindings', input);
  const { Findings } = (await hub('GetFindings')) as { Findings: object[] };
  expect(Findings).toMatchObject([
    {
      ProductArn: 'arn:aws:securityhub:us-east-1::product/aws/guardduty',
      Types: ['TTPs/Defense Evasion/Stealth:IAMUser-CloudTrailLoggingDisabled'],
      Severity: { Label: 'LOW' },
    },
  ]);
  const ProductSubscriptionArn =
    'arn:aws:securityhub:us-east-1:111122223333:product-subscription/aws/guardduty';
  await hub('DisableImportFindingsForProduct', { ProductSubscriptionArn });
  await send('CreateSampleFindings', input);
  expect(await hub('GetFindings')).toMatchObject({ Findings: { length: 1 } });
});
