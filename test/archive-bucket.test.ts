import { afterEach, describe, expect, it } from 'vitest';
import type { Fields } from '../src/local/run/attacks/connect.ts';
import { delivery, policy } from '../src/local/run/attacks/policies.ts';
import { settle } from '../src/local/run/attacks/settle.ts';
import { clientEnvironment } from '../src/local/run/client-environment.ts';
import { REGION } from '../src/local/run/start.ts';
import { mails, until } from './guarded-account.ts';
import { type Account, BUCKET, type LandingZone, landingZone, TRAIL } from './landing-zone.ts';
import { trailkeeper } from './run-trailkeeper.ts';

const Bucket = BUCKET;

let zone: LandingZone;
let before: Fields;
/** What the guard of the account for logs has told before. */
let seen: number;

async function open(scope = 'trail-and-destination'): Promise<void> {
  zone = await landingZone({ scope });
  await zone.time.passAtOnce(zone.management, 5);
  before = await readBucket();
  seen = mails(zone.archive).length;
}

afterEach(() => zone?.close());

const told = (account: Account = zone.archive) => mails(account).slice(seen);

/** Everything that the bucket is set to, by the call that tells it. */
async function readBucket(): Promise<Fields> {
  const { s3 } = zone.archive.as;
  const read = READS.map(async (call) => {
    const { $metadata: _, ...answer } = await s3(call, { Bucket });
    const { Policy } = answer;
    // The same policy is written otherwise.
    return [call, Policy ? JSON.parse(String(Policy)) : answer] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

const READS = [
  'GetBucketLocation',
  'GetBucketPolicy',
  'GetBucketVersioning',
  'GetBucketEncryption',
  'GetBucketLifecycleConfiguration',
  'GetPublicAccessBlock',
  'GetBucketOwnershipControls',
  'GetObjectLockConfiguration',
] as const;

async function emptyAndDelete(): Promise<void> {
  const { s3 } = zone.archive.as;
  const { Versions = [] } = (await s3('ListObjectVersions', { Bucket })) as { readonly Versions?: Fields[] };
  for (const { Key, VersionId } of Versions)
    await s3('DeleteObject', { Bucket, Key, VersionId, BypassGovernanceRetention: true });
  await s3('DeleteBucket', { Bucket });
}

async function untilTold(): Promise<void> {
  await until('somebody was told', () => told().length > 0);
  await settle(zone.management);
}

describe('a bucket of the account for logs that is deleted', () => {
  it('is made again there, as it was approved, and told as that', async () => {
    await open();
    await emptyAndDelete();
    await untilTold();
    expect(await readBucket()).toEqual(before);
    expect(told().map(({ subject }) => subject)).toEqual([expect.stringContaining('put back')]);
  });

  it('takes the trail’s log files again', async () => {
    await open();
    await emptyAndDelete();
    await untilTold();
    await zone.management.as.cloudtrail('AddTags', {
      ResourceId: TRAIL,
      TagsList: [{ Key: 'team', Value: 'security' }],
    });
    await zone.time.pass(zone.management, 6);
    const { Contents = [] } = (await zone.archive.as.s3('ListObjectsV2', { Bucket })) as {
      readonly Contents?: readonly Fields[];
    };
    expect(Contents.length).toBeGreaterThan(0);
  });

  it('is told with the command for it where the guard may not make it, and people make it so', async () => {
    await open('trail');
    await emptyAndDelete();
    await untilTold();
    const [mail] = told();
    expect(mail?.body).toContain('RestoreScope trail does not let the guard do it');
    const [, command = ''] = /^ +trailkeeper (restore .*)$/m.exec(mail?.body ?? '') ?? [];
    const environment = clientEnvironment(zone.archive, zone.archive.operator);
    const { code } = await trailkeeper([...command.split(' '), '--yes'], { environment });
    expect(code).toBe(0);
    expect(await readBucket()).toEqual(before);
  });

  it('and whose name another account took meanwhile is left alone, and told as that', async () => {
    await open();
    const { s3 } = zone.management.as;
    const taken = { Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } };
    const Policy = policy(...delivery(Bucket));
    Object.assign(zone.archive.world.settings, { loseEvents: true });
    await emptyAndDelete();
    await s3('CreateBucket', taken);
    await s3('PutBucketPolicy', { Bucket, Policy });
    Object.assign(zone.archive.world.settings, { loseEvents: false });
    await zone.time.passAtOnce(zone.management, 5, 5);
    expect(await s3('GetBucketPolicy', { Bucket })).toMatchObject({ Policy });
    const [mail, ...others] = told();
    expect(others).toEqual([]);
    expect(mail?.body).toContain('took the name of the log bucket');
    expect(mail?.body).toContain('Make a bucket under a new name');
    expect(mail?.body).not.toContain('trailkeeper restore');
  });
});
