import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../endpoint/caller.ts';
import { alice, mallory, TEST_ACCOUNT } from '../../endpoint/test-world.ts';
import { organizations as organizationsService } from '../organizations/index.ts';
import { findBucket } from '../s3/bucket.ts';
import { BUCKET, bucketPolicy, trailArn, trailWorld } from './test-trail-world.ts';

const MEMBER = mallory.accountId;
const ServicePrincipal = 'cloudtrail.amazonaws.com';
const asMember = { caller: mallory };

let aws: ReturnType<typeof trailWorld>;
let organizationId: string;
const organizations = <Output = Readonly<Record<string, unknown>>>(
  operation: string,
  input: object = {},
  options: object = {},
) => aws.call('organizations', operation, input, options) as Promise<Output>;

/** The documented policy: for the owner's own log files and for those of the organization. */
const organizationPolicy = () => {
  const policy = JSON.parse(bucketPolicy(BUCKET));
  const [, write] = policy.Statement;
  const Resource = `arn:aws:s3:::${BUCKET}/AWSLogs/${organizationId}/*`;
  return JSON.stringify({ ...policy, Statement: [...policy.Statement, { ...write, Resource }] });
};

/** A log group, and a role by which CloudTrail writes to it. */
async function makeLogGroup(caller: Caller): Promise<void> {
  const document = (statement: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
  await aws.call(
    'iam',
    'CreateRole',
    {
      RoleName: 'to-logs',
      AssumeRolePolicyDocument: document({
        Principal: { Service: ServicePrincipal },
        Action: 'sts:AssumeRole',
      }),
    },
    { caller },
  );
  await aws.call(
    'iam',
    'PutRolePolicy',
    {
      RoleName: 'to-logs',
      PolicyName: 'write',
      PolicyDocument: document({ Action: 'logs:*', Resource: '*' }),
    },
    { caller },
  );
  await aws.call('logs', 'CreateLogGroup', { logGroupName: 'trail' }, { caller });
}

const createOrganizationTrail = (name = 'org', more: object = {}) =>
  aws.createTrail(name, { IsOrganizationTrail: true, IsMultiRegionTrail: true, ...more });
const names = async (input: object = {}, options: object = asMember) => {
  const { trailList } = await aws.send<{ trailList: { Name: string }[] }>('DescribeTrails', input, options);
  return trailList.map(({ Name }) => Name);
};

beforeEach(async () => {
  aws = trailWorld({}, organizationsService);
  const { Organization } = await organizations<{ Organization: { Id: string } }>('CreateOrganization');
  organizationId = Organization.Id;
  await organizations('EnableAWSServiceAccess', { ServicePrincipal });
  const Target = { Type: 'ACCOUNT', Id: MEMBER };
  const { Handshake } = await organizations<{ Handshake: { Id: string } }>('InviteAccountToOrganization', {
    Target,
  });
  await organizations('AcceptHandshake', { HandshakeId: Handshake.Id }, asMember);
  await aws.createBucket(BUCKET, organizationPolicy());
});

describe('an organization trail', () => {
  test('is made by the management account, under trusted access', async () => {
    expect(await createOrganizationTrail()).toMatchObject({ IsOrganizationTrail: true });
    await expect(
      aws.send('CreateTrail', { Name: 'mine', S3BucketName: BUCKET, IsOrganizationTrail: true }, asMember),
    ).rejects.toMatchObject({
      code: 'NotOrganizationMasterAccountException',
      message:
        'You cannot configure or manage trails for an organization because this action requires being signed in with the management account.',
    });
    await organizations('DisableAWSServiceAccess', { ServicePrincipal });
    await expect(createOrganizationTrail('other')).rejects.toMatchObject({
      code: 'CloudTrailAccessNotEnabledException',
    });
  });

  test('needs a bucket that takes the log files of every account', async () => {
    await aws.createBucket('own-logs');
    await expect(createOrganizationTrail('org', { S3BucketName: 'own-logs' })).rejects.toMatchObject({
      code: 'InsufficientS3BucketPolicyException',
    });
  });

  test('is seen in a member account under the ARN of its owner, and by that alone', async () => {
    await createOrganizationTrail();
    expect(await names()).toEqual(['org']);
    expect(await names({ includeShadowTrails: false })).toEqual([]);
    expect(await names({ includeShadowTrails: false }, {})).toEqual(['org']);
    expect(await aws.send('GetTrail', { Name: trailArn('org') }, asMember)).toMatchObject({
      Trail: { TrailARN: trailArn('org'), IsOrganizationTrail: true, HomeRegion: 'us-east-1' },
    });
    expect(await aws.send('ListTrails', {}, asMember)).toMatchObject({ Trails: [{ Name: 'org' }] });
    await expect(aws.send('GetTrailStatus', { Name: 'org' }, asMember)).rejects.toMatchObject({
      code: 'TrailNotFoundException',
    });
    await expect(aws.send('ListTags', { ResourceIdList: [trailArn('org')] }, asMember)).rejects.toMatchObject(
      {
        code: 'CloudTrailARNInvalidException',
        message: `AccountID in ARN is wrong, you can only access resources with AccountID ${MEMBER}.`,
      },
    );
  });

  test.each([
    ['StopLogging', { Name: trailArn('org') }],
    ['StartLogging', { Name: trailArn('org') }],
    ['DeleteTrail', { Name: trailArn('org') }],
    ['UpdateTrail', { Name: trailArn('org'), IsMultiRegionTrail: false }],
    ['PutEventSelectors', { TrailName: trailArn('org'), EventSelectors: [{}] }],
    ['PutInsightSelectors', { TrailName: trailArn('org'), InsightSelectors: [] }],
  ])('is not changed by a member: %s', async (operation, input) => {
    await createOrganizationTrail();
    await expect(aws.send(operation, input, asMember)).rejects.toMatchObject({
      code: 'NotOrganizationMasterAccountException',
    });
  });

  test('records what happens in member accounts, for them, their buses and the bucket of its owner', async () => {
    await createOrganizationTrail();
    await aws.send('StartLogging', { Name: 'org' });
    const matched: string[] = [];
    aws.world.on('matched', ({ accountId }) => matched.push(accountId));
    const rule = { Name: 'all', EventPattern: '{"detail":{"eventName":["CreateKey"]}}' };
    await aws.call('events', 'PutRule', rule, { ...asMember, region: 'eu-west-1' });
    await aws.call('kms', 'CreateKey', {}, { ...asMember, region: 'eu-west-1' });
    expect(aws.recorded.at(-1)).toMatchObject({
      delivered: true,
      record: { recipientAccountId: MEMBER, awsRegion: 'eu-west-1' },
    });
    await aws.clock.advance(5 * 60_000);
    expect(matched).toEqual([MEMBER]);
    const [key] = [...(findBucket(aws.world, BUCKET)?.objects.keys() ?? [])].filter((name) =>
      name.startsWith(`AWSLogs/${organizationId}/${MEMBER}/CloudTrail/eu-west-1/`),
    );
    const body = findBucket(aws.world, BUCKET)?.objects.get(`${key}`)?.[0]?.content?.body ?? new Uint8Array();
    const { Records } = JSON.parse(gunzipSync(body).toString());
    expect(Records.map(({ eventName }: { eventName: string }) => eventName)).toEqual([
      'PutRule',
      'CreateKey',
    ]);
  });

  test('is made one of its account alone, and one of the organization again, by the management account', async () => {
    await createOrganizationTrail();
    await aws.send('UpdateTrail', { Name: 'org', IsOrganizationTrail: false });
    expect(await names()).toEqual([]);
    expect(await names({}, {})).toEqual(['org']);
    expect(await aws.send('UpdateTrail', { Name: 'org', IsOrganizationTrail: true })).toMatchObject({
      IsOrganizationTrail: true,
    });
    expect(await names()).toEqual(['org']);
  });

  test('is one no longer without trusted access, also when that comes back', async () => {
    await createOrganizationTrail();
    await aws.send('StartLogging', { Name: 'org' });
    await organizations('DisableAWSServiceAccess', { ServicePrincipal });
    expect(await names()).toEqual([]);
    await organizations('EnableAWSServiceAccess', { ServicePrincipal });
    expect(await names()).toEqual([]);
    expect(await aws.send('GetTrail', { Name: 'org' })).toMatchObject({
      Trail: { IsOrganizationTrail: false },
    });
    await aws.call('kms', 'CreateKey', {}, asMember);
    expect(aws.recorded.at(-1)).toMatchObject({ delivered: false });
    await aws.send('UpdateTrail', { Name: 'org', IsOrganizationTrail: true });
    await aws.call('kms', 'CreateKey', {}, asMember);
    expect(aws.recorded.at(-1)).toMatchObject({ delivered: true });
  });

  test('still records that an account left, and nothing of it after', async () => {
    await createOrganizationTrail();
    await aws.send('StartLogging', { Name: 'org' });
    await organizations('LeaveOrganization', {}, { ...asMember, region: 'us-east-1' });
    expect(aws.recorded.at(-1)).toMatchObject({
      delivered: true,
      record: {
        eventName: 'LeaveOrganization',
        eventSource: 'organizations.amazonaws.com',
        awsRegion: 'us-east-1',
      },
    });
    await aws.call('kms', 'CreateKey', {}, asMember);
    expect(aws.recorded.at(-1)).toMatchObject({ delivered: false });
    expect(await names()).toEqual([]);
  });

  test('counts among the five trails of a member', async () => {
    await createOrganizationTrail();
    const make = (Name: string) => aws.send('CreateTrail', { Name, S3BucketName: 'member-logs' }, asMember);
    const policy = bucketPolicy('member-logs').replaceAll(TEST_ACCOUNT, MEMBER);
    await aws.createBucket('member-logs', policy);
    for (const name of ['one', 'two', 'three', 'four']) await make(name);
    await expect(make('five')).rejects.toMatchObject({ code: 'MaximumNumberOfTrailsExceededException' });
  });
});

describe("CloudTrail's delegated administrator", () => {
  const register = (MemberAccountId = MEMBER) =>
    aws.send('RegisterOrganizationDelegatedAdmin', { MemberAccountId });

  test('is registered by the management account, through Organizations', async () => {
    await register();
    expect(aws.recorded.map(({ record }) => record.eventName).slice(-2)).toEqual([
      'RegisterDelegatedAdministrator',
      'RegisterOrganizationDelegatedAdmin',
    ]);
    expect(await organizations('ListDelegatedAdministrators')).toMatchObject({
      DelegatedAdministrators: [{ Id: MEMBER }],
    });
    await expect(register()).rejects.toMatchObject({ code: 'AccountRegisteredException' });
    await expect(register(TEST_ACCOUNT)).rejects.toMatchObject({
      code: 'CannotDelegateManagementAccountException',
    });
    await expect(register('999999999999')).rejects.toMatchObject({ code: 'AccountNotFoundException' });
    await expect(
      aws.send('DeregisterOrganizationDelegatedAdmin', { DelegatedAdminAccountId: MEMBER }, asMember),
    ).rejects.toMatchObject({ code: 'NotOrganizationManagementAccountException' });
  });

  test('manages the trails of the management account by ARN, and makes more of them there', async () => {
    await createOrganizationTrail();
    await register();
    await aws.send('StartLogging', { Name: trailArn('org') }, asMember);
    expect(await aws.send('GetTrailStatus', { Name: trailArn('org') })).toMatchObject({ IsLogging: true });
    await expect(aws.send('StopLogging', { Name: 'org' }, asMember)).rejects.toMatchObject({
      code: 'TrailNotFoundException',
    });
    const made = await aws.send(
      'CreateTrail',
      { Name: 'second', S3BucketName: BUCKET, IsOrganizationTrail: true },
      asMember,
    );
    expect(made).toMatchObject({ TrailARN: trailArn('second') });
    await expect(
      aws.send('UpdateTrail', { Name: trailArn('org'), IsOrganizationTrail: false }, asMember),
    ).rejects.toMatchObject({ code: 'NotOrganizationMasterAccountException' });
  });

  test.each([
    ['GetTrail', { Name: trailArn('org') }],
    ['GetTrailStatus', { Name: trailArn('org') }],
    ['GetEventSelectors', { TrailName: trailArn('org') }],
    ['ListTags', { ResourceIdList: [trailArn('org')] }],
    ['StopLogging', { Name: trailArn('org') }],
    ['UpdateTrail', { Name: trailArn('org'), IsMultiRegionTrail: false }],
    ['PutEventSelectors', { TrailName: trailArn('org'), EventSelectors: [{ ReadWriteType: 'All' }] }],
    ['PutInsightSelectors', { TrailName: trailArn('org'), InsightSelectors: [] }],
    ['AddTags', { ResourceId: trailArn('org'), TagsList: [{ Key: 'a', Value: 'b' }] }],
    ['DeleteTrail', { Name: trailArn('org') }],
  ])(
    'does with them what their owner does, and is recorded in its own account: %s',
    async (operation, input) => {
      await createOrganizationTrail();
      await register();
      await aws.send('StartLogging', { Name: 'org' });
      await aws.send(operation, input, asMember);
      expect(aws.recorded.at(-1)).toMatchObject({
        record: { eventName: operation, recipientAccountId: MEMBER, userIdentity: { accountId: MEMBER } },
      });
    },
  );

  test('gives them a log group and a role of its own, and no other', async () => {
    await createOrganizationTrail();
    await register();
    for (const caller of [alice, mallory]) await makeLogGroup(caller);
    const logsOf = (accountId: string) => ({
      CloudWatchLogsLogGroupArn: `arn:aws:logs:us-east-1:${accountId}:log-group:trail:*`,
      CloudWatchLogsRoleArn: `arn:aws:iam::${accountId}:role/to-logs`,
    });
    const give = (accountId: string, options = {}) =>
      aws.send('UpdateTrail', { Name: trailArn('org'), ...logsOf(accountId) }, options);
    const refusal = { code: 'InvalidCloudWatchLogsLogGroupArnException' };
    await expect(give(TEST_ACCOUNT, asMember)).rejects.toMatchObject(refusal);
    await expect(give(MEMBER)).rejects.toMatchObject(refusal);
    await expect(give(MEMBER, asMember)).resolves.toMatchObject(logsOf(MEMBER));
    await expect(
      aws.send('UpdateTrail', { Name: 'org', EnableLogFileValidation: true }),
    ).resolves.toMatchObject(logsOf(MEMBER));
  });

  test('manages nothing once it is deregistered, and its trails stay', async () => {
    await register();
    await aws.send('CreateTrail', { Name: 'org', S3BucketName: BUCKET, IsOrganizationTrail: true }, asMember);
    await aws.send('DeregisterOrganizationDelegatedAdmin', { DelegatedAdminAccountId: MEMBER });
    await expect(aws.send('StopLogging', { Name: trailArn('org') }, asMember)).rejects.toMatchObject({
      code: 'NotOrganizationMasterAccountException',
    });
    expect(await names()).toEqual(['org']);
  });
});
