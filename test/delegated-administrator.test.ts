import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fields } from '../src/local/run/attacks/connect.ts';
import { settle } from '../src/local/run/attacks/settle.ts';
import { clientEnvironment } from '../src/local/run/client-environment.ts';
import { ACCOUNT_ID, STRANGER_ACCOUNT_ID } from '../src/local/run/start.ts';
import { mails } from './guarded-account.ts';
import { type Account, BUCKET, type LandingZone, landingZone, TRAIL } from './landing-zone.ts';
import { trailkeeper } from './run-trailkeeper.ts';

const NAMED = { Trail1: TRAIL };

let zone: LandingZone;
/** What each account was told before the test began. */
let seen: ReadonlyMap<Account, number>;

/** What has this set up once for the tests of a block. */
function setUp(options: Parameters<typeof landingZone>[0]): void {
  beforeAll(async () => {
    zone = await landingZone(options);
    await sweep();
  }, 60_000);
  beforeEach(() => {
    seen = new Map([zone.management, zone.archive].map((account) => [account, mails(account).length]));
  });
  afterAll(() => zone?.close());
}

const sweep = () => zone.time.passAtOnce(zone.management, 5);
const news = (account: Account) =>
  mails(account)
    .slice(seen.get(account))
    .map(({ subject, body }) => ({ subject, text: body.replaceAll(/\s+/g, ' ') }));
const told = (account = zone.archive) => news(account).map(({ subject }) => subject);

/** Reads the trail as its owner. */
const read = (call: string) => zone.management.as.cloudtrail(call, { Name: TRAIL, TrailName: TRAIL });
const isLogging = async () => (await read('GetTrailStatus')).IsLogging;
/** Runs the command line as the administrator of the account for logs. */
const run = (...args: readonly string[]) =>
  trailkeeper(args, { environment: clientEnvironment(zone.archive, zone.archive.operator) });

const narrow = () =>
  zone.archive.as.cloudtrail('PutEventSelectors', {
    TrailName: TRAIL,
    EventSelectors: [{ ReadWriteType: 'ReadOnly', IncludeManagementEvents: true }],
  });
const readWriteType = async () => {
  const { EventSelectors } = await read('GetEventSelectors');
  return (EventSelectors as readonly Fields[])[0]?.ReadWriteType;
};

describe('a guard of CloudTrail’s delegated administrator that is told the organization’s trail', () => {
  setUp({ isDelegated: true, guardsManagement: false, parameters: NAMED });

  it('says so in its first message, and keeps the trail with what it delivers to in this account', async () => {
    const [first] = mails(zone.archive).map(({ body }) => body.replaceAll(/\s+/g, ' '));
    expect(first).toContain(`organization (baseline 1): the guard’s parameters name it by its ARN`);
    expect(first).not.toContain('could not be read here');
    expect(await run('check')).toMatchObject({ code: 0, out: expect.stringContaining('intact') });
  });

  it('starts it again when somebody of this account stops it, and says who it was', async () => {
    await zone.archive.as.cloudtrail('StopLogging', { Name: TRAIL });
    await settle(zone.management);
    expect(await isLogging()).toBe(true);
    expect(told()).toEqual([expect.stringContaining('"stranger" stopped logging, logging again')]);
  });

  it('starts it again at a sweep when the management account stops it, and says where to find who it was', async () => {
    await zone.time.passAtOnce(zone.management, 60, 5);
    await zone.management.as.cloudtrail('StopLogging', { Name: TRAIL });
    await sweep();
    expect(await isLogging()).toBe(true);
    expect(news(zone.archive).at(-1)).toMatchObject({
      subject: expect.stringContaining('logging again'),
      text: expect.stringContaining(
        `What account ${ACCOUNT_ID} did to its trail is in the event history of that account alone.`,
      ),
    });
  });

  it('puts its bucket’s policy and its selectors back', async () => {
    await zone.archive.as.s3('DeleteBucketPolicy', { Bucket: BUCKET });
    await narrow();
    await settle(zone.management);
    expect(await readWriteType()).toBe('All');
    expect(await zone.archive.as.s3('GetBucketPolicy', { Bucket: BUCKET })).toMatchObject({
      Policy: expect.stringContaining('cloudtrail'),
    });
  });

  it('makes it again as the management account’s when it is deleted', async () => {
    await zone.archive.as.cloudtrail('DeleteTrail', { Name: TRAIL });
    await settle(zone.management);
    expect(await read('GetTrail')).toMatchObject({
      Trail: { TrailARN: TRAIL, IsOrganizationTrail: true, IsMultiRegionTrail: true, KmsKeyId: zone.key },
    });
    expect(await isLogging()).toBe(true);
    expect(told().join()).toContain('created again and logging');
  });

  it('is followed by the command line: it plans and restores the trail without being told which', async () => {
    Object.assign(zone.archive.world.settings, { loseEvents: true });
    await narrow();
    expect(await run('check')).toMatchObject({ code: 3, out: expect.stringContaining('DRIFT') });
    expect(await run('plan')).toMatchObject({ out: expect.stringContaining('PutEventSelectors') });
    expect(await run('restore', '--yes')).toMatchObject({ code: 0 });
    Object.assign(zone.archive.world.settings, { loseEvents: false });
    expect(await readWriteType()).toBe('All');
  });

  it('is refused for good, and says it once, when the account administers CloudTrail no more', async () => {
    await zone.time.passAtOnce(zone.management, 60, 5);
    seen = new Map([[zone.archive, mails(zone.archive).length]]);
    await zone.management.as.cloudtrail('DeregisterOrganizationDelegatedAdmin', {
      DelegatedAdminAccountId: STRANGER_ACCOUNT_ID,
    });
    await zone.management.as.cloudtrail('StopLogging', { Name: TRAIL });
    for (let sweeps = 0; sweeps < 2; sweeps++) await sweep();
    expect(told()).toEqual([expect.stringContaining('AWS refused')]);
    expect(news(zone.archive)[0]?.text).toContain(
      'From the management account, register the delegated administrator of CloudTrail again',
    );
  }, 60_000);
});

describe('guards in both accounts that change the organization’s trail', () => {
  setUp({ isDelegated: true, parameters: NAMED });

  it('do not disturb each other: who stops it is told by the guard of his account, and it logs', async () => {
    await zone.management.as.cloudtrail('StopLogging', { Name: TRAIL });
    await settle(zone.management);
    expect(await isLogging()).toBe(true);
    expect(told(zone.management)).toEqual([expect.stringContaining('logging again')]);
    expect(told(zone.archive)).toEqual([]);
  });

  it('make a deleted trail again, once, and are quiet then', async () => {
    await zone.archive.as.cloudtrail('DeleteTrail', { Name: TRAIL });
    await settle(zone.management);
    for (let sweeps = 0; sweeps < 5; sweeps++) await sweep();
    expect(await read('GetTrail')).toMatchObject({ Trail: { IsOrganizationTrail: true } });
    expect(await isLogging()).toBe(true);
    seen = new Map([zone.management, zone.archive].map((account) => [account, mails(account).length]));
    for (let sweeps = 0; sweeps < 3; sweeps++) await sweep();
    expect([told(zone.management), told(zone.archive)]).toEqual([[], []]);
  });
});

describe('what an approved principal of the delegated administrator’s account does', () => {
  setUp({
    isDelegated: true,
    guardsManagement: false,
    parameters: { ...NAMED, ApprovedPrincipals: `arn:aws:iam::${STRANGER_ACCOUNT_ID}:user/stranger` },
  });

  const validates = async () => ((await read('GetTrail')).Trail as Fields).LogFileValidationEnabled;

  it('moves the baseline: by a change of the trail, and by adopting it as it is', async () => {
    const update = { Name: TRAIL, EnableLogFileValidation: false };
    await zone.archive.as.cloudtrail('UpdateTrail', update);
    for (let sweeps = 0; sweeps < 6; sweeps++) await sweep();
    expect(await validates()).toBe(false);
    expect(await run('baseline', 'show')).toMatchObject({ out: expect.stringContaining('version 2') });
    await zone.archive.as.cloudtrail('AddTags', {
      ResourceId: TRAIL,
      TagsList: [{ Key: 'team', Value: 'security' }],
    });
    expect(await run('baseline', 'adopt', '--yes')).toMatchObject({ code: 0 });
    expect(await run('check')).toMatchObject({ code: 0, out: expect.stringContaining('intact') });
  });
});
