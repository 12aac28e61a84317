import { beforeEach, describe, expect, it } from 'vitest';
import { RefusedError } from './errors.ts';
import { reconcile } from './reconcile.ts';
import type { Settings } from './settings.ts';
import type { Signal } from './signal.ts';
import type { TrailReport } from './telling/report.ts';
import { BASELINE, call, MAIN, MINUTE, PARTS, TestWorld, TRAIL_SETTINGS } from './test-kit.ts';
import { trailOfCall } from './trail.ts';

/** The delegated administrator of CloudTrail; `main` is the management account's. */
const HERE = '444455556666';
const NAMED: Partial<Settings> = { accountId: HERE, trails: [MAIN.arn] };

const ALLOW_CLOUDTRAIL = {
  Effect: 'Allow',
  Principal: { Service: 'cloudtrail.amazonaws.com' },
  Action: ['s3:GetBucketAcl', 's3:PutObject'],
  Resource: ['arn:aws:s3:::logs-of-main', 'arn:aws:s3:::logs-of-main/*'],
};

let world: TestWorld;

beforeEach(() => {
  world = new TestWorld();
  world.addLogging(MAIN);
  world.approve({ bucketOwner: HERE });
});

const pass = (settings: Partial<Settings>, ...signals: readonly Signal[]) =>
  reconcile(signals, [], world.guard(settings));
const sweep = (settings = NAMED) => pass(settings, { kind: 'tick', at: world.now });
const trailReports = () => world.sent.filter((report): report is TrailReport => report.kind === 'trail');
const setTrail = (fields: Partial<typeof TRAIL_SETTINGS>) => {
  world.parts = { ...world.parts, trail: { ...TRAIL_SETTINGS, ...fields } };
};

describe('a trail of the management account', () => {
  it('that is named by its ARN is put back like one of this account', async () => {
    setTrail({ IsMultiRegionTrail: false });
    world.stop(MAIN);
    await sweep();
    expect(world.isLogging(MAIN)).toBe(true);
    expect(world.parts.trail?.IsMultiRegionTrail).toBe(true);
    expect(trailReports()).toMatchObject([{ outcome: 'restored', trail: { arn: MAIN.arn } }]);
  });

  it('is put back by the event of a call that was made in this account', async () => {
    world.stop(MAIN);
    await pass(NAMED, call('StopLogging', { accountId: HERE, trailAsRecorded: MAIN.arn }));
    expect(world.isLogging(MAIN)).toBe(true);
    expect(trailReports()).toMatchObject([{ calls: [{ eventName: 'StopLogging' }] }]);
  });

  it.each<readonly [string, Partial<Settings>]>([
    ['no trail is named', { trails: [] }],
    ['only its bare name is given, which means a trail of this account', { trails: ['main'] }],
    ['another trail is named', { trails: [`${MAIN.arn}-2`] }],
  ])('is left to the guard there when %s', async (_, settings) => {
    world.approve({ bucketOwner: MAIN.accountId });
    world.stop(MAIN);
    await sweep({ accountId: HERE, ...settings });
    expect(world.applied).toEqual([]);
    expect(trailReports()).toEqual([]);
  });

  it('is not pointed at its bucket of this account when somebody else took its name', async () => {
    setTrail({ S3BucketName: 'bucket-of-mallory' });
    world.bucketProof = { result: 'unproven', reason: '403' };
    await sweep();
    expect(world.applied).toEqual([]);
    expect(trailReports()).toMatchObject([
      { outcome: 'refused', notDone: [{ why: expect.stringContaining(`account ${HERE}`) }] },
    ]);
  });

  it('is pointed at its bucket of this account though only the guard’s own copy says so', async () => {
    await sweep();
    world.baselines.length = 0;
    setTrail({ S3BucketName: 'another-bucket' });
    await sweep();
    expect(world.parts.trail?.S3BucketName).toBe('logs-of-main');
  });

  it('that another guard keeps gives this account’s bucket no policy that only the guard’s own copy knows', async () => {
    const opened = { Version: '2012-10-17', Statement: [ALLOW_CLOUDTRAIL] };
    const settings = { accountId: HERE, trails: [] };
    const parts = { ...PARTS, 'bucket.policy': opened };
    world.parts = parts;
    world.approve({ bucketOwner: HERE, parts });
    await sweep(settings);
    world.baselines.length = 0;
    world.parts = { ...world.parts, 'bucket.policy': null };
    await sweep(settings);
    expect(world.applied).toEqual([]);
    expect(trailReports()).toMatchObject([
      { notDone: [{ why: expect.stringContaining('nobody vouches for the guard’s own copy') }] },
    ]);
  });

  it('is refused once and told once when this account administers it no more', async () => {
    world.stop(MAIN);
    world.failing.start = new RefusedError('NotOrganizationMasterAccountException', 'not you');
    for (let sweeps = 0; sweeps < 3; sweeps++) {
      await sweep();
      world.now += 5 * MINUTE;
    }
    expect(trailReports()).toMatchObject([
      { outcome: 'refused', notDone: [{ why: 'NotOrganizationMasterAccountException: not you' }] },
    ]);
  });

  it('that is gone may be there for its owner alone, and the message says so', async () => {
    world.trails.clear();
    world.failing.step = new Error('TrailAlreadyExistsException');
    await sweep();
    expect(trailReports()).toMatchObject([
      { drifts: [{ path: 'trail', evidence: expect.stringContaining('account 111122223333 took it') }] },
    ]);
  });
});

describe('the log group of the management account', () => {
  const LOGS = {
    CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-central-1:111122223333:log-group:trail:*',
    CloudWatchLogsRoleArn: 'arn:aws:iam::111122223333:role/to-logs',
  };
  const parts = { ...PARTS, trail: { ...TRAIL_SETTINGS, ...LOGS } };

  it('is given back by that account alone: the rest is put back, and this is told with its call', async () => {
    world.approve({ ...BASELINE, bucketOwner: HERE, parts });
    setTrail({ IsMultiRegionTrail: false });
    await sweep();
    expect(world.applied).toMatchObject([{ call: 'UpdateTrail' }]);
    expect(world.applied[0]?.input).not.toHaveProperty('CloudWatchLogsLogGroupArn');
    expect(trailReports()).toMatchObject([
      { outcome: 'partly-restored', plan: [{ call: 'UpdateTrail', input: LOGS }] },
    ]);
  });

  it('keeps a deleted trail from nothing: it is made again without', async () => {
    world.approve({ ...BASELINE, bucketOwner: HERE, parts });
    world.trails.clear();
    await sweep();
    const [creation] = world.applied;
    expect(creation?.call).toBe('CreateTrail');
    expect(Object.keys(creation?.input ?? {})).not.toContain('CloudWatchLogsRoleArn');
    expect(world.isLogging(MAIN)).toBe(true);
  });
});

it('a caller who gives a bare name means a trail of his own account', () => {
  const own = { ...MAIN, accountId: HERE, arn: MAIN.arn.replace(MAIN.accountId, HERE) };
  const named = (trailAsRecorded: string, accountId: string) =>
    trailOfCall([MAIN, own], { trailAsRecorded, accountId, region: MAIN.homeRegion });
  expect(named('main', HERE)).toBe(own);
  expect(named('main', MAIN.accountId)).toBe(MAIN);
  expect(named(MAIN.arn, HERE)).toBe(MAIN);
  expect(named('main', '')).toBe(MAIN);
  expect(named('main', '999900001111')).toBeUndefined();
  expect(named(MAIN.arn, '999900001111')).toBe(MAIN);
});
