import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settle } from '../src/local/run/attacks/settle.ts';
import { mails, until } from './guarded-account.ts';
import { type Account, BUCKET, type LandingZone, landingZone, TRAIL } from './landing-zone.ts';

let zone: LandingZone;
/** What each account was told before the test began. */
let seen: ReadonlyMap<Account, number>;

beforeAll(async () => {
  zone = await landingZone();
  await sweep();
}, 60_000);

beforeEach(() => {
  seen = new Map([zone.management, zone.archive].map((account) => [account, mails(account).length]));
});

afterAll(() => zone?.close());

const sweep = () => zone.time.passAtOnce(zone.management, 5);

const told = (account: Account) =>
  mails(account)
    .slice(seen.get(account))
    .map(({ subject }) => subject);

async function untilTold(account: Account): Promise<void> {
  await until('somebody was told', () => told(account).length > 0);
  await settle(zone.management);
}

describe('the usual landing zone', () => {
  it('is guarded from both sides, and each guard says what is its own', () => {
    const [[management], [archive]] = [zone.management, zone.archive].map((account) =>
      mails(account).map(({ body }) => body.replaceAll(/\s+/g, ' ')),
    ) as [[string], [string]];
    expect(management).toContain('bucket, key could not be read here: another account’s');
    expect(archive).toContain('it delivers to a bucket of this account, which baseline 1 approves');
    expect(archive).toContain(`Kept here is what it delivers to.`);
    expect(archive).toContain(`- bucket ${BUCKET} - key ${zone.key}`);
    expect(archive).not.toContain('stop-logging');
  });

  it('says nothing more while nothing happens: another account’s part is no news at every sweep', async () => {
    await sweep();
    await sweep();
    expect([told(zone.management), told(zone.archive)]).toEqual([[], []]);
  });
});

describe('an attack on what the trail delivers to', () => {
  it('is put back and told by the guard of the account for logs, and by no other', async () => {
    const { s3, kms } = zone.archive.as;
    await s3('DeleteBucketPolicy', { Bucket: BUCKET });
    await kms('DisableKey', { KeyId: zone.key });
    await untilTold(zone.archive);
    expect(await s3('GetBucketPolicy', { Bucket: BUCKET })).toMatchObject({
      Policy: expect.stringContaining('cloudtrail'),
    });
    expect(await kms('DescribeKey', { KeyId: zone.key })).toMatchObject({
      KeyMetadata: { KeyState: 'Enabled' },
    });
    expect(told(zone.archive)).toEqual([expect.stringContaining('put back')]);
    expect(told(zone.management)).toEqual([]);
  });
});

describe('an attack on the trail', () => {
  const trail = () => zone.management.as.cloudtrail('GetTrail', { Name: TRAIL });

  it('from a member account is refused by AWS, and told there once as an attempt', async () => {
    const { cloudtrail } = zone.archive.as;
    await expect(cloudtrail('StopLogging', { Name: TRAIL })).rejects.toMatchObject({
      name: 'NotOrganizationMasterAccountException',
    });
    await untilTold(zone.archive);
    await sweep();
    expect(told(zone.archive)).toEqual([expect.stringContaining('tried StopLogging, nothing changed')]);
    expect(told(zone.management)).toEqual([]);
  });

  it('in the management account is put back there, and the guard of the account for logs leaves it alone', async () => {
    await zone.management.as.cloudtrail('StopLogging', { Name: TRAIL });
    await untilTold(zone.management);
    expect(await zone.management.as.cloudtrail('GetTrailStatus', { Name: TRAIL })).toMatchObject({
      IsLogging: true,
    });
    expect(told(zone.management)).toEqual([expect.stringContaining('logging again')]);
    expect(told(zone.archive)).toEqual([]);
  });

  it('that redirects it ends at the archive’s bucket again, which its own guard cannot read', async () => {
    const { cloudtrail, s3 } = zone.management.as;
    const Bucket = 'somewhere-else';
    await s3('CreateBucket', { Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } });
    const { Policy } = await zone.archive.as.s3('GetBucketPolicy', { Bucket: BUCKET });
    await s3('PutBucketPolicy', { Bucket, Policy: String(Policy).replaceAll(BUCKET, Bucket) });
    await cloudtrail('UpdateTrail', { Name: TRAIL, S3BucketName: Bucket });
    await untilTold(zone.management);
    expect(await trail()).toMatchObject({ Trail: { S3BucketName: BUCKET, KmsKeyId: zone.key } });
  });

  it('that takes it from the members makes it no organization trail for long', async () => {
    await zone.management.as.cloudtrail('UpdateTrail', { Name: TRAIL, IsOrganizationTrail: false });
    await untilTold(zone.management);
    expect(await trail()).toMatchObject({ Trail: { IsOrganizationTrail: true } });
  });
});
