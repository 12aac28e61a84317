import { beforeEach, describe, expect, it } from 'vitest';
import type { Baseline } from './baseline/baseline.ts';
import { RefusedError } from './errors.ts';
import { reconcile } from './reconcile.ts';
import type { Settings } from './settings.ts';
import type { ApiCall, Signal } from './signal.ts';
import type { Episode } from './telling/episode.ts';
import type { Report, TrailReport } from './telling/report.ts';
import {
  BASELINE,
  call,
  MAIN,
  MALLORY,
  MINUTE,
  NINE,
  OPERATOR,
  PARTS,
  TestWorld,
  TRAIL_SETTINGS,
} from './test-kit.ts';

let world: TestWorld;
let settings: Partial<Settings>;

beforeEach(() => {
  world = new TestWorld();
  settings = {};
  world.addLogging(MAIN);
  world.approve();
});

const pass = (...signals: readonly Signal[]) => reconcile(signals, [], world.guard(settings));
const sweep = () => pass({ kind: 'tick', at: world.now });
const reports = <Kind extends Report['kind']>(kind: Kind) =>
  world.sent.filter((report): report is Extract<Report, { kind: Kind }> => report.kind === kind);
const trailReports = (): readonly TrailReport[] => reports('trail');
const calledOf = () => world.applied.map(({ call: name }) => name);

const setTrail = (fields: Partial<typeof TRAIL_SETTINGS>) => {
  world.parts = { ...world.parts, trail: { ...TRAIL_SETTINGS, ...fields } };
};
const partsWith = (fields: Partial<typeof TRAIL_SETTINGS>) => {
  const trail = { ...TRAIL_SETTINGS, ...fields };
  return { ...PARTS, trail, bucket: { Name: trail.S3BucketName, Region: MAIN.homeRegion } };
};
/** Whoever may write the table writes the guard's own copy of the baseline. */
const poison = async (fields: Partial<Baseline>) => {
  const { ledger } = world.guard().ports;
  const copy = await ledger.load('baseline', MAIN.arn);
  await ledger.save('baseline', MAIN.arn, { ...BASELINE, ...fields }, copy?.version ?? 0);
};
/** Waits for what ends at once, and in turn for no more than its time. */
const within = <T>(ms: number, reading: Promise<T>) => Promise.race([reading, waitFor(ms)]);
const waitFor = async (ms: number): Promise<undefined> => {
  for (let left = ms; left > 0; left -= 100) await new Promise((resolve) => setImmediate(resolve));
};
/** Baselines that mallory stored, of trails that there are not. */
const strays = () =>
  world.baselines.map((stored) => ({
    ...stored,
    key: { name: 'stray', homeRegion: MAIN.homeRegion },
    writer: { read: true, value: MALLORY.arn ?? '' } as const,
  }));
const ONE_REGION = { IsMultiRegionTrail: false };
const updateTrail = (fields: Partial<ApiCall> = {}) =>
  call('UpdateTrail', { at: world.now, request: { name: 'main', isMultiRegionTrail: false }, ...fields });

describe('a trail that is weaker than its baseline', () => {
  it('is put back by event, and the message names what differed and who did it', async () => {
    setTrail(ONE_REGION);
    await pass(updateTrail());
    expect(world.parts.trail?.IsMultiRegionTrail).toBe(true);
    expect(trailReports()).toMatchObject([
      {
        outcome: 'restored',
        findings: [{ techniqueId: 'cloudtrail.multi-region-off' }],
        drifts: [{ path: 'trail.IsMultiRegionTrail', expected: true, actual: false, fate: 'put-back' }],
        calls: [{ actor: { name: 'mallory' }, techniqueId: 'cloudtrail.multi-region-off' }],
        dark: null,
        baseline: { version: 1 },
      },
    ]);
  });

  it('is kept with the incident as it was found, so that it may still be approved', async () => {
    setTrail(ONE_REGION);
    await pass(updateTrail());
    const [episode] = await world.guard().ports.ledger.list<Episode>('episode');
    expect(episode?.value.found.trail?.IsMultiRegionTrail).toBe(false);
  });

  it('is put back by the sweep, though no event ever came', async () => {
    setTrail(ONE_REGION);
    await sweep();
    expect(world.parts.trail?.IsMultiRegionTrail).toBe(true);
    expect(trailReports()).toMatchObject([{ outcome: 'restored', calls: [] }]);
  });

  it('gets only the fields that differ', async () => {
    setTrail(ONE_REGION);
    await sweep();
    expect(world.applied).toMatchObject([
      { call: 'UpdateTrail', input: { Name: MAIN.arn, IsMultiRegionTrail: true } },
    ]);
    expect(world.applied[0]?.input).not.toHaveProperty('S3BucketName');
  });

  it('is put back once, and the restored state is no news at the next sweeps', async () => {
    setTrail(ONE_REGION);
    for (let sweeps = 0; sweeps < 4; sweeps++) {
      await sweep();
      world.now += 5 * MINUTE;
    }
    expect(calledOf()).toEqual(['UpdateTrail']);
    expect(trailReports()).toHaveLength(1);
  });

  it('is started only after it points at its bucket again', async () => {
    setTrail({ S3BucketName: 'bucket-of-mallory' });
    world.stop(MAIN);
    await sweep();
    expect(calledOf()).toEqual(['UpdateTrail', 'StartLogging']);
  });

  it('is not pointed at a bucket that somebody else took meanwhile', async () => {
    setTrail({ S3BucketName: 'bucket-of-mallory' });
    world.bucketProof = { result: 'unproven', reason: '403' };
    await sweep();
    expect(world.applied).toEqual([]);
    expect(trailReports()).toMatchObject([
      {
        outcome: 'refused',
        notDone: [{ what: 'UpdateTrail was refused', why: expect.stringContaining('not proven') }],
      },
    ]);
  });

  it('whose bucket was approved as another account’s is pointed there though that account does not answer', async () => {
    world.approve({ bucketOwner: '444455556666' });
    setTrail({ S3BucketName: 'bucket-of-mallory' });
    world.bucketProof = { result: 'unproven', reason: '403' };
    await sweep();
    expect(world.parts.trail?.S3BucketName).toBe('logs-of-main');
  });

  it('is started though its settings cannot be put back', async () => {
    setTrail(ONE_REGION);
    world.stop(MAIN);
    world.failing.step = new RefusedError('AccessDeniedException', 'denied');
    await sweep();
    expect(world.isLogging(MAIN)).toBe(true);
    expect(trailReports()).toMatchObject([{ outcome: 'partly-restored' }]);
  });

  it('and still lacks something after its bucket was made again is told with what is left', async () => {
    const replication = {
      Role: 'arn:aws:iam::111122223333:role/r',
      Rules: [{ Status: 'Enabled', Prefix: '' }],
    };
    world.approve({ parts: { ...PARTS, 'bucket.replication': replication } });
    const { 'bucket.versioning': _, ...others } = world.parts;
    world.parts = { ...others, bucket: null };
    await sweep();
    expect(trailReports()).toMatchObject([
      {
        outcome: 'partly-restored',
        findings: [{ techniqueId: 's3.bucket-deleted' }],
        drifts: [
          { path: 'bucket', fate: 'put-back' },
          { path: 'bucket.replication', class: 'weaker', fate: 'left' },
        ],
        plan: [{ call: 'PutBucketReplication' }],
        toDo: ['Put the replication back.'],
      },
    ]);
  });

  it('beyond the guard’s scope is told with the steps for a person', async () => {
    settings = { restoreScope: 'trail' };
    world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Suspended', MFADelete: null } };
    await sweep();
    expect(world.applied).toEqual([]);
    expect(trailReports()).toMatchObject([
      { outcome: 'not-restorable', plan: [{ call: 'PutBucketVersioning' }], drifts: [{ fate: 'left' }] },
    ]);
  });

  it('in scope logging is told, and only started', async () => {
    settings = { restoreScope: 'logging' };
    setTrail(ONE_REGION);
    world.stop(MAIN);
    await sweep();
    expect(calledOf()).toEqual(['StartLogging']);
    expect(trailReports()).toMatchObject([{ outcome: 'partly-restored', plan: [{ call: 'UpdateTrail' }] }]);
  });
});

describe('a trail that is gone', () => {
  beforeEach(() => world.trails.clear());

  it('is made again and started, by event', async () => {
    await pass(call('DeleteTrail', { at: world.now }));
    expect(calledOf().slice(0, 1)).toEqual(['CreateTrail']);
    expect(calledOf().at(-1)).toBe('StartLogging');
    expect(world.isLogging(MAIN)).toBe(true);
    expect(trailReports()).toMatchObject([{ outcome: 'restored', trail: { name: 'main' } }]);
  });

  it('is made again by the sweep, though no event ever came', async () => {
    await sweep();
    expect(world.isLogging(MAIN)).toBe(true);
    expect(trailReports()).toMatchObject([
      { outcome: 'restored', findings: [{ techniqueId: 'cloudtrail.delete-trail' }] },
    ]);
  });

  it('is not made again for a bucket that is gone', async () => {
    world.bucketProof = { result: 'gone' };
    await sweep();
    expect(world.trails.size).toBe(0);
    expect(trailReports()[0]?.notDone[0]).toMatchObject({ what: 'CreateTrail was refused' });
  });

  it('and that nobody approved is never made again', async () => {
    world.baselines.length = 0;
    world.former = [MAIN];
    await pass(call('DeleteTrail', { at: world.now }));
    expect(world.applied).toEqual([]);
    expect(trailReports()).toMatchObject([{ outcome: 'not-restorable' }]);
  });

  it('and whose guarding was ended stays gone', async () => {
    world.approve({ state: 'retired' });
    await sweep();
    expect(world.applied).toEqual([]);
    expect(trailReports()).toEqual([]);
  });
});

describe('a difference that is not weaker', () => {
  const RULES = { Rules: [{ ID: 'year', Status: 'Enabled', Prefix: '', Expiration: { Days: 365 } }] };
  const removeRules = () => {
    world.approve({ parts: { ...PARTS, 'bucket.lifecycle': RULES } });
    world.parts = { ...world.parts, 'bucket.lifecycle': null };
  };
  const deleteRules = (fields: Partial<ApiCall> = {}) =>
    call('DeleteBucketLifecycle', {
      eventSource: 's3.amazonaws.com',
      trailAsRecorded: null,
      targets: ['logs-of-main'],
      ...fields,
    });

  it('is told once and offered for approval, not undone', async () => {
    world.approve({ parts: { ...PARTS, trail: { ...TRAIL_SETTINGS, IsMultiRegionTrail: false } } });
    await sweep();
    await sweep();
    expect(world.applied).toEqual([]);
    expect(reports('notice')).toMatchObject([
      { about: ['drift'], drifts: [{ path: 'trail.IsMultiRegionTrail', class: 'stronger', fate: 'told' }] },
    ]);
  });

  it('is told as soon as the event comes, with who did it, and not once more by the sweep', async () => {
    removeRules();
    await pass(deleteRules());
    await pass(deleteRules());
    await sweep();
    expect(world.applied).toEqual([]);
    expect(trailReports()).toEqual([]);
    expect(reports('notice')).toMatchObject([
      {
        severity: 'low',
        findings: [{ techniqueId: 's3.lifecycle-removed', drift: { path: 'bucket.lifecycle' } }],
        calls: [{ actor: { name: 'mallory' }, techniqueId: 's3.lifecycle-removed' }],
        toDo: ['Approve it, or put the rules back.'],
      },
    ]);
  });

  it('is told in the same words when its event was lost, without a name', async () => {
    removeRules();
    await sweep();
    await pass(deleteRules());
    expect(trailReports()).toEqual([]);
    expect(reports('notice')).toMatchObject([
      { severity: 'low', findings: [{ techniqueId: 's3.lifecycle-removed' }], calls: [] },
    ]);
  });

  it('made by an approved principal waits for the sweep, which may find it approved', async () => {
    removeRules();
    await pass(deleteRules({ actor: { ...MALLORY, roleArn: OPERATOR } }));
    expect(reports('notice')).toEqual([]);
  });

  it('a console’s save that repeats every field as it was approved is no tampering', async () => {
    const request = {
      name: 'main',
      s3BucketName: 'logs-of-main',
      isMultiRegionTrail: true,
      kmsKeyId: '',
      snsTopicName: '',
    };
    await pass(updateTrail({ request }));
    expect(world.applied).toEqual([]);
    expect(trailReports()).toMatchObject([{ outcome: 'intact', findings: [] }]);
  });

  it('a harmless call that comes meanwhile is not told as the harm that the state shows', async () => {
    setTrail(ONE_REGION);
    await pass(call('AddTags', { at: world.now }));
    expect(trailReports()).toMatchObject([{ calls: [{ eventName: 'AddTags' }], findings: [] }]);
  });

  it('a change that was undone before anyone looked is still told', async () => {
    const { trails } = await pass(updateTrail());
    expect(trails[0]?.findings).toMatchObject([{ techniqueId: 'cloudtrail.multi-region-off', drift: null }]);
    expect(trailReports()).toHaveLength(1);
  });
});

describe('a call that sets a whole document', () => {
  const POLICY = { Version: '2012-10-17', Statement: [] };
  const putKeyPolicy = () =>
    call('PutKeyPolicy', {
      eventSource: 'kms.amazonaws.com',
      trailAsRecorded: null,
      targets: ['logs-of-main'],
      request: { bypassPolicyLockoutSafetyCheck: true },
    });

  beforeEach(() => {
    world.approve({ parts: { ...PARTS, 'key.policy': POLICY } });
    world.parts = { ...world.parts, 'key.policy': POLICY };
  });

  it('is told by what the document says when it can be read, not by how it was asked for', async () => {
    await pass(putKeyPolicy());
    expect(trailReports()).toEqual([]);
  });

  it('is told by how it was asked for when nobody may read the document any more', async () => {
    world.failing.parts = { 'key.policy': 'AccessDeniedException' };
    await pass(putKeyPolicy());
    expect(trailReports()).toMatchObject([{ findings: [{ techniqueId: 'kms.key-policy-weakened' }] }]);
  });
});

it('a first key that nobody approved is taken away when log files do not arrive', async () => {
  const KmsKeyId = 'arn:aws:kms:eu-central-1:111122223333:key/1';
  setTrail({ KmsKeyId });
  await sweep();
  expect(world.parts.trail?.KmsKeyId).toBe(KmsKeyId);
  const [[trail, status] = []] = world.trails;
  if (trail && status) world.trails.set(trail, { ...status, latestDeliveryError: 'KMS.DisabledException' });
  await sweep();
  expect(world.parts.trail?.KmsKeyId).toBeFalsy();
});

describe('a part that cannot be read', () => {
  it('is told when it stays so, and is neither intact nor changed', async () => {
    world.failing.parts = { 'bucket.versioning': 'AccessDenied' };
    await sweep();
    expect(reports('notice')).toEqual([]);
    await sweep();
    await sweep();
    expect(reports('notice')).toMatchObject([{ about: ['unread'], unread: [{ part: 'bucket.versioning' }] }]);
    expect(trailReports()).toEqual([]);
  });
});

describe('the deployment', () => {
  const deploy = () => {
    world.deployedAt = world.now;
    return pass({ kind: 'deployment', at: world.now, request: 'Create' });
  };

  beforeEach(() => {
    world.baselines.length = 0;
  });

  it('approves trails that log as they are', async () => {
    await deploy();
    expect(world.baselines).toMatchObject([
      { content: { baseline: { version: 1, approval: { how: 'deployment' } } } },
    ]);
    expect(reports('coverage')).toMatchObject([{ trails: [{ baseline: 1 }] }]);
  });

  it('never overwrites what was approved', async () => {
    world.approve({ version: 7 });
    await deploy();
    expect(world.baselines).toMatchObject([{ parameterVersion: 7 }]);
  });

  it('leaves a trail out that is off, and tells it', async () => {
    world.trails.set(MAIN, {
      isLogging: false,
      startLoggingTime: NINE - 180 * MINUTE,
      stopLoggingTime: NINE - 120 * MINUTE,
    });
    await deploy();
    expect(world.baselines).toEqual([]);
    expect(reports('coverage')).toMatchObject([{ trails: [{ guarded: false, isOff: true }] }]);
  });

  it('later approves nothing by itself', async () => {
    await sweep();
    expect(world.baselines).toEqual([]);
  });
});

describe('a trail that nobody approved', () => {
  beforeEach(() => {
    world.baselines.length = 0;
  });

  it('is kept logging, and its settings are not put back', async () => {
    setTrail(ONE_REGION);
    world.stop(MAIN);
    await pass(call('StopLogging', { at: world.now }), updateTrail());
    expect(calledOf()).toEqual(['StartLogging']);
  });
});

describe('a stored baseline', () => {
  it('that somebody else wrote does not rule, and is told once', async () => {
    await sweep();
    world.approve(
      { version: 2, parts: { ...PARTS, trail: { ...TRAIL_SETTINGS, S3BucketName: 'bucket-of-mallory' } } },
      MALLORY.arn ?? '',
    );
    await sweep();
    await sweep();
    expect(world.applied).toEqual([]);
    expect(reports('baseline').filter(({ event }) => event === 'tampered')).toHaveLength(1);
  });

  it('that is gone rules on, from what the guard remembers', async () => {
    await sweep();
    world.baselines.length = 0;
    setTrail(ONE_REGION);
    await sweep();
    expect(world.parts.trail?.IsMultiRegionTrail).toBe(true);
    expect(reports('baseline')).toContainEqual(expect.objectContaining({ event: 'missing' }));
  });

  it('of which only the guard’s own copy is left sends logs to no other account', async () => {
    world.approve({ bucketOwner: '444455556666' });
    await sweep();
    world.baselines.length = 0;
    setTrail({ S3BucketName: 'another-bucket' });
    await sweep();
    expect(world.applied).toEqual([]);
    expect(trailReports()[0]?.notDone).toContainEqual(
      expect.objectContaining({ why: expect.stringContaining('nobody vouches') }),
    );
  });

  it('that is unread lets nobody who writes the ledger say where logs go', async () => {
    await sweep();
    await poison({ bucketOwner: '444455556666', parts: partsWith({ S3BucketName: 'bucket-of-mallory' }) });
    world.failing.baselines = new Error('ThrottlingException');
    await sweep();
    expect(world.applied).toEqual([]);
  });

  it.each([
    { state: 'retired', approval: { ...BASELINE.approval, how: 'retire' } },
    { mode: 'notify' },
  ] as const)('that is gone lets nobody who writes the ledger keep a trail off: %o', async (fields) => {
    await sweep();
    await poison(fields);
    world.baselines.length = 0;
    world.stop(MAIN);
    await sweep();
    expect(world.isLogging(MAIN)).toBe(true);
  });

  it('that is unread does not start a trail whose guarding was ended', async () => {
    world.approve({ version: 2, state: 'retired' });
    await sweep();
    world.failing.baselines = new Error('ThrottlingException');
    world.stop(MAIN);
    await sweep();
    expect(world.isLogging(MAIN)).toBe(false);
  });

  it.each(['list', 'readHistory'] as const)(
    'rules though %s never ends, since somebody stored a flood of others',
    async (slow) => {
      await sweep();
      world.baselines.push(...strays());
      setTrail(ONE_REGION);
      const { ports, ...guard } = world.guard(settings);
      const baselines = { ...ports.baselines, [slow]: () => new Promise<never>(() => {}) };
      const clock = { ...ports.clock, within };
      await reconcile([{ kind: 'tick', at: world.now }], [], {
        ...guard,
        ports: { ...ports, baselines, clock },
      });
      expect(world.parts.trail?.IsMultiRegionTrail).toBe(true);
    },
  );

  it('cannot hold a restart up by not being read', async () => {
    world.failing.baselines = new Error('ThrottlingException');
    world.stop(MAIN);
    await sweep();
    expect(world.isLogging(MAIN)).toBe(true);
  });
});

describe('who did it', () => {
  it('is looked up in event history when no event came', async () => {
    setTrail(ONE_REGION);
    const late = updateTrail({ at: world.now - MINUTE });
    world.history = [{ eventID: late.eventId, call: late }];
    await sweep();
    expect(trailReports()).toMatchObject([{ outcome: 'restored', calls: [{ actor: { name: 'mallory' } }] }]);
  });

  it('is counted once, however many things one call did', async () => {
    setTrail({ ...ONE_REGION, S3BucketName: 'bucket-of-mallory' });
    const late = updateTrail({ at: world.now - MINUTE });
    world.history = [{ eventID: late.eventId, call: late }];
    await sweep();
    expect(trailReports()).toMatchObject([{ times: 1, findings: [{}, {}] }]);
    expect(trailReports()[0]?.calls).toHaveLength(1);
  });

  it('is told later when event history shows it later', async () => {
    setTrail(ONE_REGION);
    await sweep();
    const late = updateTrail({ at: world.now - MINUTE });
    world.history = [{ eventID: late.eventId, call: late }];
    world.now += 5 * MINUTE;
    await sweep();
    expect(trailReports()).toMatchObject([
      { notice: 'first', calls: [] },
      { notice: 'actor-found', calls: [{ actor: { name: 'mallory' } }] },
    ]);
  });
});

describe('what happened while a trail was on and took no writes', () => {
  it.each([
    ['no management event', { IncludeManagementEvents: false, ReadWriteType: 'All' }, 1],
    ['reads alone', { IncludeManagementEvents: true, ReadWriteType: 'ReadOnly' }, 1],
    ['writes alone', { IncludeManagementEvents: true, ReadWriteType: 'WriteOnly' }, 0],
  ] as const)('is read as of a dark one: %s', async (_, fields, told) => {
    const EventSelectors = [{ DataResources: [], ExcludeManagementEventSources: [], ...fields }];
    world.parts = { ...world.parts, eventSelectors: { EventSelectors } };
    const made = call('PutEventSelectors', { at: world.now, request: { eventSelectors: EventSelectors } });
    await pass(made);
    const event = call('CreateAccessKey', { eventSource: 'iam.amazonaws.com', trailAsRecorded: null });
    world.history = [{ eventID: event.eventId, call: event }];
    world.now += 20 * MINUTE;
    await sweep();
    expect(reports('gap')).toHaveLength(told);
  });
});

describe('what happened where a trail recorded nothing, and was on', () => {
  it('is read of there', async () => {
    world.regions = ['eu-central-1', 'us-east-1', 'ap-south-1'];
    setTrail(ONE_REGION);
    await pass(updateTrail());
    const event = call('CreateAccessKey', { eventSource: 'iam.amazonaws.com', trailAsRecorded: null });
    world.history = [{ eventID: event.eventId, call: event }];
    world.now += 20 * MINUTE;
    await sweep();
    expect(reports('gap')).toMatchObject([{ gap: { regions: ['us-east-1', 'ap-south-1'] } }]);
  });
});

describe('what happened in the dark', () => {
  const createKey = () =>
    call('CreateAccessKey', { at: NINE, eventSource: 'iam.amazonaws.com', trailAsRecorded: null });

  beforeEach(async () => {
    world.stop(MAIN);
    await pass(call('StopLogging', { at: world.now }));
  });

  it('is kept with the incident and told once event history has it', async () => {
    const event = createKey();
    world.history = [{ eventID: event.eventId, call: event }];
    await sweep();
    expect(reports('gap')).toEqual([]);
    world.now += 20 * MINUTE;
    await sweep();
    await sweep();
    expect(reports('gap')).toMatchObject([
      { dark: { from: '2026-11-21T09:00:00.000Z' }, gap: { notable: [{ eventName: 'CreateAccessKey' }] } },
    ]);
  });

  it('is read of every Region that the account can use, and those that do not answer are named', async () => {
    const event = createKey();
    world.history = [{ eventID: event.eventId, call: event }];
    world.regions = ['ap-south-1', 'eu-central-1', 'eu-west-3', 'us-east-1'];
    world.failing.history = { 'eu-west-3': 'explicit deny' };
    world.now += 20 * MINUTE;
    await sweep();
    expect(reports('gap')).toMatchObject([
      {
        gap: {
          regions: ['eu-central-1', 'us-east-1', 'ap-south-1'],
          unread: [{ region: 'eu-west-3', reason: 'Error: explicit deny' }],
          unlisted: null,
        },
      },
    ]);
  });

  it('is read of the Regions that are known when the account’s cannot be listed, which is told', async () => {
    const event = createKey();
    world.history = [{ eventID: event.eventId, call: event }];
    world.failing.regions = new Error('not authorized');
    world.now += 20 * MINUTE;
    await sweep();
    expect(reports('gap')).toMatchObject([
      { gap: { regions: ['eu-central-1', 'us-east-1'], unlisted: 'Error: not authorized' } },
    ]);
  });

  it('waits for the next sweep when event history of the home Region does not answer', async () => {
    const event = createKey();
    world.history = [{ eventID: event.eventId, call: event }];
    world.failing.history = { 'eu-central-1': 'throttled' };
    world.now += 20 * MINUTE;
    await sweep();
    expect(reports('gap')).toEqual([]);
    world.failing.history = {};
    await sweep();
    expect(reports('gap')).toHaveLength(1);
  });

  it('waits an hour for the home Region: who keeps that from answering does not keep the rest untold', async () => {
    const event = createKey();
    world.history = [{ eventID: event.eventId, call: event }];
    world.failing.history = { 'eu-central-1': 'throttled' };
    world.now += 61 * MINUTE;
    await sweep();
    expect(reports('gap')).toMatchObject([
      { gap: { regions: ['us-east-1'], unread: [{ region: 'eu-central-1' }] } },
    ]);
  });

  it('is told when there was more than is read: a thousand harmless calls hide nothing', async () => {
    const guard = world.guard();
    const lookUp = async () => ({ records: [], isCut: true });
    const ports = { ...guard.ports, history: { ...guard.ports.history, lookUp } };
    world.now += 20 * MINUTE;
    await reconcile([{ kind: 'tick', at: world.now }], [], { ...guard, ports });
    expect(reports('gap')).toMatchObject([{ gap: { isCut: true, notable: [] } }]);
  });

  it('of the organization is this account’s part alone, which is said', async () => {
    const event = createKey();
    world.history = [{ eventID: event.eventId, call: event }];
    const guard = world.guard();
    const findTrail = async () => ({ ...MAIN, isOrganization: true });
    const ports = { ...guard.ports, trails: { ...guard.ports.trails, findTrail } };
    world.now += 20 * MINUTE;
    await reconcile([{ kind: 'tick', at: world.now }], [], { ...guard, ports });
    expect(reports('gap')).toMatchObject([{ gap: { isOrganization: true } }]);
  });

  it('is told whatever lies beside it in the ledger', async () => {
    const event = createKey();
    world.history = [{ eventID: event.eventId, call: event }];
    const { ledger } = world.guard().ports;
    const list: typeof ledger.list = async (kind) => {
      const nonsense = [null, 7, { schema: 'trailkeeper.incident/1', gap: null, reports: 7 }];
      const odd = nonsense.map((value, version) => ({
        id: `odd ${version}`,
        version,
        value: value as never,
      }));
      return kind === 'episode' ? [...odd, ...(await ledger.list<never>(kind))] : ledger.list(kind);
    };
    const guard = world.guard();
    const ports = { ...guard.ports, ledger: { ...guard.ports.ledger, list } };
    world.now += 20 * MINUTE;
    await reconcile([{ kind: 'tick', at: world.now }], [], { ...guard, ports });
    expect(reports('gap')).toHaveLength(1);
  });

  it('is no message when nothing notable happened', async () => {
    world.now += 20 * MINUTE;
    await sweep();
    expect(reports('gap')).toEqual([]);
  });
});

describe('a change by an approved principal', () => {
  const byOperator = { ...MALLORY, kind: 'assumed-role' as const, name: 'operator/jane', roleArn: OPERATOR };
  const change = () => updateTrail({ actor: byOperator });
  const confirm = (event: ApiCall) => {
    world.history = [{ eventID: event.eventId, call: event }];
  };

  it('moves the baseline when event history confirms it, and is told', async () => {
    setTrail(ONE_REGION);
    const event = change();
    confirm(event);
    await pass(event);
    expect(world.applied).toEqual([]);
    expect(world.baselines).toMatchObject([
      {
        content: {
          baseline: {
            version: 2,
            approval: { how: 'principal', by: OPERATOR },
            parts: { trail: ONE_REGION },
          },
        },
      },
    ]);
    expect(reports('baseline')).toMatchObject([
      { event: 'approved', changes: [{ path: expect.stringContaining('IsMultiRegionTrail') }] },
    ]);
  });

  it('is told once, by who made it, though the guard wrote it down and another pass sees it as new', async () => {
    const { ledger } = world.guard().ports;
    await sweep();
    setTrail(ONE_REGION);
    const event = change();
    confirm(event);
    const before = await ledger.load('baseline', MAIN.arn);
    await pass(event);
    const after = await ledger.load('baseline', MAIN.arn);
    await ledger.save('baseline', MAIN.arn, before?.value, after?.version ?? 0);
    await sweep();
    await sweep();
    expect(reports('baseline').slice(1)).toMatchObject([
      { event: 'approved', by: OPERATOR, baseline: { version: 2 } },
    ]);
    expect(trailReports()).toEqual([]);
  });

  it('moves only the fields that its record names', async () => {
    setTrail({ ...ONE_REGION, S3BucketName: 'bucket-of-mallory' });
    const event = change();
    confirm(event);
    await pass(event);
    await sweep();
    expect(world.parts.trail).toMatchObject({ S3BucketName: 'logs-of-main', IsMultiRegionTrail: false });
  });

  it('is neither approved nor undone while event history does not show it yet', async () => {
    setTrail(ONE_REGION);
    const event = change();
    await pass(event);
    expect(world.applied).toEqual([]);
    confirm(event);
    world.now += 5 * MINUTE;
    await sweep();
    expect(world.applied).toEqual([]);
    expect(world.baselines).toMatchObject([{ parameterVersion: 2 }]);
  });

  it('holds nothing but what it can have made while it waits', async () => {
    setTrail({ ...ONE_REGION, IncludeGlobalServiceEvents: false });
    await pass(change(), updateTrail({ request: { name: 'main', includeGlobalServiceEvents: false } }));
    expect(world.parts.trail).toMatchObject({ IsMultiRegionTrail: false, IncludeGlobalServiceEvents: true });
  });

  it('that event history never shows is undone', async () => {
    setTrail(ONE_REGION);
    await pass(change());
    world.now += 26 * MINUTE;
    await sweep();
    expect(calledOf()).toEqual(['UpdateTrail']);
  });

  it('approves nothing when somebody else wrote the trail since', async () => {
    setTrail(ONE_REGION);
    const event = change();
    const other = updateTrail();
    world.history = [event, other].map((one) => ({ eventID: one.eventId, call: one }));
    await pass(event);
    expect(world.baselines).toMatchObject([{ parameterVersion: 1 }]);
    expect(calledOf()).toEqual(['UpdateTrail']);
  });

  it('does not keep a trail off', async () => {
    world.stop(MAIN);
    const event = call('StopLogging', { at: world.now, actor: byOperator });
    confirm(event);
    await pass(event);
    expect(world.isLogging(MAIN)).toBe(true);
  });

  it('retires a trail that was deleted, so that a replacement is no fight', async () => {
    world.trails.clear();
    const event = call('DeleteTrail', { at: world.now, actor: byOperator });
    confirm(event);
    await pass(event);
    await sweep();
    expect(world.applied).toEqual([]);
    expect(reports('baseline')).toMatchObject([{ event: 'retired' }]);
  });
});

describe('a change that somebody else would like to be approved', () => {
  const byOperator = { ...MALLORY, kind: 'assumed-role' as const, roleArn: OPERATOR };
  const ON_BUCKET = { eventSource: 's3.amazonaws.com', trailAsRecorded: null, targets: ['logs-of-main'] };

  it('is not, when the confirmed call was on another trail', async () => {
    setTrail(ONE_REGION);
    const forged = updateTrail({ actor: byOperator });
    const real = {
      ...forged,
      trailAsRecorded: 'spare',
      request: { name: 'spare', isMultiRegionTrail: false },
    };
    world.history = [{ eventID: forged.eventId, call: real }];
    await pass(forged);
    expect(world.baselines).toMatchObject([{ parameterVersion: 1 }]);
    expect(calledOf()).toEqual(['UpdateTrail']);
  });

  it('is not, when what is there is not what the record says', async () => {
    setTrail(ONE_REGION);
    const harmless = updateTrail({ actor: byOperator, request: { name: 'main', isMultiRegionTrail: true } });
    world.history = [{ eventID: harmless.eventId, call: harmless }];
    await pass(harmless);
    expect(world.baselines).toMatchObject([{ parameterVersion: 1 }]);
  });

  it('is not before event history is whole, when the record does not say what was set', async () => {
    world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Suspended', MFADelete: null } };
    const event = call('PutBucketVersioning', { ...ON_BUCKET, at: world.now, actor: byOperator });
    world.history = [{ eventID: event.eventId, call: event }];
    await pass(event);
    expect(world.baselines).toMatchObject([{ parameterVersion: 1 }]);
    world.now += 16 * MINUTE;
    await sweep();
    expect(world.baselines).toMatchObject([{ parameterVersion: 2 }]);
  });

  it('is not, when it was made while the guard waited for event history to be whole', async () => {
    const event = call('PutBucketVersioning', { ...ON_BUCKET, at: world.now, actor: byOperator });
    world.history = [{ eventID: event.eventId, call: event }];
    await pass(event);
    world.now += 16 * MINUTE;
    world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Suspended', MFADelete: null } };
    await sweep();
    expect(world.baselines).toMatchObject([{ parameterVersion: 1 }]);
    expect(calledOf()).toEqual(['PutBucketVersioning']);
  });

  it('is not, when it was made long after a change that came late', async () => {
    world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Suspended', MFADelete: null } };
    const event = call('PutBucketVersioning', { ...ON_BUCKET, at: world.now, actor: byOperator });
    world.history = [{ eventID: event.eventId, call: event }];
    world.now += 16 * MINUTE;
    await pass(event);
    expect(world.baselines).toMatchObject([{ parameterVersion: 1 }]);
  });

  it('is not, when the trail that was deleted was made again since', async () => {
    const first = call('DeleteTrail', { at: world.now, actor: byOperator });
    world.history = [{ eventID: first.eventId, call: first }];
    world.now += 2 * MINUTE;
    await pass(first);
    world.trails.clear();
    await sweep();
    expect(calledOf()).toContain('CreateTrail');
  });

  it('holds nothing when the event of somebody else who did it comes', async () => {
    world.trails.clear();
    await pass(call('DeleteTrail', { at: world.now + MINUTE, actor: byOperator }));
    expect(calledOf()).toEqual([]);
    await pass(call('DeleteTrail', { at: world.now }));
    expect(calledOf()).toContain('CreateTrail');
  });

  it.each([
    ['DeleteTrail', MALLORY],
    ['CreateTrail', byOperator],
  ])('is not, when event history shows %s after the deletion', async (eventName, actor) => {
    const first = call('DeleteTrail', { at: world.now, actor: byOperator });
    const later = call(eventName, { at: world.now + MINUTE, actor });
    world.history = [first, later].map((one) => ({ eventID: one.eventId, call: one }));
    world.trails.clear();
    world.now += 2 * MINUTE;
    await pass(first);
    expect(calledOf()).toContain('CreateTrail');
  });

  it('holds nothing again after one that event history never showed', async () => {
    setTrail(ONE_REGION);
    await pass(updateTrail({ actor: byOperator }));
    world.now += 26 * MINUTE;
    await sweep();
    setTrail(ONE_REGION);
    await pass(updateTrail({ actor: byOperator }));
    expect(calledOf()).toEqual(['UpdateTrail', 'UpdateTrail']);
  });

  it('does not stop the guard when its ledger holds nonsense', async () => {
    const { ledger } = world.guard().ports;
    await ledger.save('change', 'one', { state: 'waiting', call: { eventId: 'E' }, trailArn: MAIN.arn }, 0);
    await ledger.save('change', `E ${MAIN.arn}`, null, 0);
    world.stop(MAIN);
    await sweep();
    expect(world.isLogging(MAIN)).toBe(true);
  });

  it('keeps a deleted trail away while it waits, so that a replacement is no fight', async () => {
    world.trails.clear();
    await pass(call('DeleteTrail', { at: world.now, actor: byOperator }));
    expect(world.applied).toEqual([]);
  });
});

describe('a deployment', () => {
  it('that is claimed long after the stack was made adopts nothing', async () => {
    world.baselines.length = 0;
    world.deployedAt = NINE - 60 * MINUTE;
    await pass({ kind: 'deployment', at: world.now, request: 'Create' });
    expect(world.baselines).toEqual([]);
  });
});

describe('a maintenance window', () => {
  const open = (fields = {}) => {
    world.windows = [
      {
        content: {
          schema: 'trailkeeper.window/1',
          trailArn: MAIN.arn,
          until: new Date(NINE + 60 * MINUTE).toISOString(),
          reason: 'moving to another bucket',
          coversStopLogging: false,
          ...fields,
        },
        writer: { read: true, value: OPERATOR },
        at: NINE,
      },
    ];
  };

  it('leaves settings as they are while it is open, and puts them back after it', async () => {
    open();
    setTrail(ONE_REGION);
    await sweep();
    expect(world.applied).toEqual([]);
    world.now += 61 * MINUTE;
    await sweep();
    expect(calledOf()).toEqual(['UpdateTrail']);
    expect(reports('window').map(({ event }) => event)).toEqual(['opened', 'used', 'closed']);
    expect(trailReports()).toMatchObject([{ outcome: 'restored' }]);
  });

  it('does not cover what leaves a trail without events', async () => {
    open();
    const EventSelectors = [
      {
        ReadWriteType: 'All',
        IncludeManagementEvents: false,
        DataResources: [],
        ExcludeManagementEventSources: [],
      },
    ] as const;
    world.parts = { ...world.parts, eventSelectors: { EventSelectors } };
    await sweep();
    expect(calledOf()).toEqual(['PutEventSelectors']);
  });

  it('says nothing of what leaves a trail without events, though the guard’s scope does not reach it', async () => {
    settings = { restoreScope: 'logging' };
    open();
    world.parts = { ...world.parts, eventSelectors: { EventSelectors: [] } };
    await sweep();
    expect(trailReports()).toMatchObject([{ outcome: 'not-restorable', severity: 'critical' }]);
  });

  it('does not cover StopLogging unless it names it', async () => {
    open();
    world.stop(MAIN);
    await sweep();
    expect(world.isLogging(MAIN)).toBe(true);
  });

  it('covers StopLogging when it names it', async () => {
    open({ coversStopLogging: true });
    world.stop(MAIN);
    await pass(call('StopLogging', { at: world.now }));
    expect(world.isLogging(MAIN)).toBe(false);
  });

  it.each([
    ['of more than four hours', { until: new Date(NINE + 300 * MINUTE).toISOString() }],
    ['without a reason', { reason: ' ' }],
  ])('%s does not count', async (_, fields) => {
    open(fields);
    setTrail(ONE_REGION);
    await sweep();
    expect(calledOf()).toEqual(['UpdateTrail']);
    expect(reports('window')).toMatchObject([{ event: 'refused' }]);
  });

  it('that somebody else opened does not count', async () => {
    open();
    world.windows = world.windows.map((window) => ({
      ...window,
      writer: { read: true, value: MALLORY.arn ?? '' },
    }));
    setTrail(ONE_REGION);
    await sweep();
    expect(calledOf()).toEqual(['UpdateTrail']);
  });
});

describe('what AWS Control Tower keeps', () => {
  const bucket = 'aws-controltower-logs-111122223333-eu-central-1';
  const parts = {
    ...PARTS,
    trail: { ...TRAIL_SETTINGS, S3BucketName: bucket },
    bucket: { Name: bucket, Region: 'eu-central-1' },
  };

  beforeEach(() => {
    world.approve({ parts });
    world.parts = { ...structuredClone(parts), trail: { ...parts.trail, ...ONE_REGION } };
  });

  it('is told with what to do there, and not put back', async () => {
    world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Suspended', MFADelete: null } };
    await sweep();
    expect(calledOf()).not.toContain('PutBucketVersioning');
    expect(trailReports()[0]?.notDone).toContainEqual(
      expect.objectContaining({ why: expect.stringContaining('repair the landing zone') }),
    );
  });

  it('is its own: a trail of ours that delivers there has its settings put back', async () => {
    await sweep();
    expect(calledOf()).toEqual(['UpdateTrail']);
  });

  it('is approved by nobody for the name of his role', async () => {
    const roleArn = 'arn:aws:iam::111122223333:role/AWSControlTowerExecution';
    const event = updateTrail({ actor: { ...MALLORY, kind: 'assumed-role', roleArn } });
    world.history = [{ eventID: event.eventId, call: event }];
    await pass(event);
    expect(world.baselines).toMatchObject([{ parameterVersion: 1 }]);
  });

  it('is started all the same', async () => {
    world.stop(MAIN);
    await sweep();
    expect(world.isLogging(MAIN)).toBe(true);
  });
});

describe('another account’s trail that delivers here', () => {
  const theirs = {
    ...MAIN,
    accountId: '999988887777',
    arn: MAIN.arn.replace('111122223333', '999988887777'),
    isOrganization: true,
  };

  beforeEach(() => {
    world.trails.clear();
    world.addLogging(theirs);
    world.baselines.length = 0;
  });

  const deploy = () => {
    world.deployedAt = world.now;
    return pass({ kind: 'deployment', at: world.now, request: 'Create' });
  };

  it('is approved at the deployment for its bucket alone', async () => {
    await deploy();
    expect(world.baselines).toMatchObject([
      { content: { baseline: { bucketOwner: '111122223333', trail: { arn: theirs.arn } } } },
    ]);
  });

  it('has its bucket put back, and is never started from here', async () => {
    await deploy();
    world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Suspended', MFADelete: null } };
    world.stop(theirs);
    await sweep();
    expect(calledOf()).toEqual(['PutBucketVersioning']);
    expect(trailReports()).toMatchObject([{ outcome: 'restored', trail: { arn: theirs.arn } }]);
  });

  it('whose bucket is another account’s too is left alone', async () => {
    const { bucket: _, ...rest } = PARTS;
    world.parts = rest;
    await deploy();
    expect(world.baselines).toEqual([]);
  });
});

describe('a fight over settings', () => {
  const fight = async (rounds: number) => {
    for (let round = 0; round < rounds; round++) {
      setTrail(ONE_REGION);
      world.now += MINUTE;
      await pass(updateTrail());
    }
  };

  it('is slowed to the sweeps after five reverts in ten minutes, and says so', async () => {
    await fight(7);
    expect(calledOf()).toHaveLength(5);
    expect(trailReports().at(-1)?.notDone).toMatchObject([
      { why: expect.stringContaining('five times in ten minutes') },
    ]);
    await sweep();
    expect(calledOf()).toHaveLength(6);
  });

  it('is not made up by times of the future that somebody wrote into the ledger', async () => {
    const at = Array.from({ length: 20 }, (_, minute) => world.now + minute * MINUTE);
    await world.guard().ports.ledger.save('breaker', MAIN.arn, { at }, 0);
    world.now += 10 * MINUTE;
    setTrail(ONE_REGION);
    await pass(updateTrail());
    expect(calledOf()).toEqual(['UpdateTrail']);
  });

  it('withholds no restart', async () => {
    await fight(7);
    world.stop(MAIN);
    await pass(call('StopLogging', { at: world.now }));
    expect(world.isLogging(MAIN)).toBe(true);
  });
});

describe('the guard’s own calls', () => {
  it('start no pass, so that a refusal is not asked for again and again', async () => {
    setTrail(ONE_REGION);
    const roleArn = 'arn:aws:iam::111122223333:role/trailkeeper';
    const own = { ...MALLORY, kind: 'assumed-role' as const, roleArn };
    await pass(updateTrail({ actor: own, error: { code: 'AccessDenied', message: null } }));
    expect(world.applied).toEqual([]);
    expect(world.sent).toEqual([]);
  });
});

describe('calls that are nobody’s business here', () => {
  it('are told to nobody', async () => {
    const other = { eventSource: 's3.amazonaws.com', trailAsRecorded: null, targets: ['holiday-pictures'] };
    await pass(call('PutBucketVersioning', other));
    expect(trailReports()).toEqual([]);
  });

  it('but those on the guarded bucket make the guard look, and are named as the cause', async () => {
    world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Suspended', MFADelete: null } };
    const onBucket = { eventSource: 's3.amazonaws.com', trailAsRecorded: null, targets: ['logs-of-main'] };
    await pass(call('PutBucketVersioning', onBucket));
    expect(trailReports()).toMatchObject([
      {
        outcome: 'restored',
        calls: [{ techniqueId: 's3.versioning-suspended', actor: { name: 'mallory' } }],
      },
    ]);
  });
});

it('a baseline in mode notify tells and changes nothing', async () => {
  world.approve({ mode: 'notify' });
  setTrail(ONE_REGION);
  await sweep();
  expect(world.applied).toEqual([]);
  expect(trailReports()).toMatchObject([{ outcome: 'not-restorable', drifts: [{ fate: 'left' }] }]);
});

it('the baseline of the test kit is what its trail is', () => {
  expect(BASELINE.parts).toEqual(world.parts);
});
