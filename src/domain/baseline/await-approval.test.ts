import { beforeEach, describe, expect, it } from 'vitest';
import { reconcile } from '../reconcile.ts';
import type { Settings } from '../settings.ts';
import type { Signal } from '../signal.ts';
import {
  BASELINE,
  call,
  MAIN,
  MALLORY,
  NINE,
  OPERATOR,
  PARTS,
  SETTINGS,
  TestWorld,
  TRAIL_SETTINGS,
} from '../test-kit.ts';

const ONE_REGION = { ...TRAIL_SETTINGS, IsMultiRegionTrail: false };
const SECOND = {
  ...BASELINE,
  version: 2,
  approval: { how: 'principal', at: new Date(NINE).toISOString(), by: OPERATOR, reason: null },
  parts: { ...PARTS, trail: ONE_REGION },
} as const;

let world: TestWorld;
/** What another pass does while this one waits. */
let meanwhile: () => Promise<unknown> | undefined;
let settings: Partial<Settings>;

beforeEach(() => {
  world = new TestWorld();
  world.addLogging(MAIN);
  world.approve();
  settings = {};
  meanwhile = () => undefined;
});

function pass(...signals: readonly Signal[]) {
  const guard = world.guard(settings);
  const { clock } = guard.ports;
  const sleep = async (ms: number) => {
    await clock.sleep(ms);
    await meanwhile();
  };
  return reconcile(signals, [], { ...guard, ports: { ...guard.ports, clock: { ...clock, sleep } } });
}
const sweep = () => pass({ kind: 'tick', at: NINE });
const weaken = () => {
  world.parts = { ...world.parts, trail: ONE_REGION };
};
const calls = () => world.applied.map((step) => step.call);

describe('a sweep that comes before the event of a change', () => {
  beforeEach(weaken);

  it('leaves alone what an approved principal changed', async () => {
    meanwhile = async () => world.approve(SECOND);
    await sweep();
    expect(calls()).toEqual([]);
    expect(world.sent.filter(({ kind }) => kind === 'trail')).toEqual([]);
  });

  it('leaves alone, for the time being, what event history has to confirm yet', async () => {
    const change = call('UpdateTrail', { at: NINE, request: { name: 'main', isMultiRegionTrail: false } });
    const kept = { call: change, trailArn: MAIN.arn, state: 'waiting', heldSince: NINE };
    meanwhile = () => world.guard().ports.ledger.save('change', 'one', kept, 0);
    await sweep();
    expect(calls()).toEqual([]);
  });

  it('puts back what nobody approved in time', async () => {
    await sweep();
    expect(calls()).toEqual(['UpdateTrail']);
  });

  it('puts back whatever else is weaker than the new version', async () => {
    world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Suspended', MFADelete: null } };
    meanwhile = async () => world.approve(SECOND);
    await sweep();
    expect(calls()).toEqual(['PutBucketVersioning']);
  });

  it('goes by no version that somebody stored who may not', async () => {
    meanwhile = async () => world.approve(SECOND, 'arn:aws:iam::111122223333:user/mallory');
    await sweep();
    expect(calls()).toEqual(['UpdateTrail']);
  });
});

it('a change whose last writer was an approved principal is waited for, whoever wrote before', async () => {
  weaken();
  const one = (fields: object) => {
    const request = { name: 'main', isMultiRegionTrail: false };
    const event = call('UpdateTrail', { request, ...fields });
    return { eventID: event.eventId, call: event };
  };
  const operator = { kind: 'assumed-role' as const, name: 'operator/jane', roleArn: OPERATOR };
  world.history = [one({ at: NINE - 2_000, actor: { ...MALLORY, ...operator } }), one({ at: NINE - 4_000 })];
  meanwhile = async () => world.approve(SECOND);
  await sweep();
  expect(calls()).toEqual([]);
});

it('event history that never answers keeps nothing from being put back and told', async () => {
  weaken();
  const { ports, ...guard } = world.guard();
  const history = { ...ports.history, lookUp: () => new Promise<never>(() => {}) };
  const tooLate = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 10));
  const within = <T>(_: number, reading: Promise<T>) => Promise.race([reading, tooLate()]);
  const clock = { ...ports.clock, within };
  await reconcile([{ kind: 'tick', at: NINE }], [], { ...guard, ports: { ...ports, clock, history } });
  expect(calls()).toEqual(['UpdateTrail']);
  expect(world.sent).toContainEqual(expect.objectContaining({ kind: 'trail', outcome: 'restored' }));
});

describe('a deleted trail', () => {
  beforeEach(() => world.trails.clear());

  it('is not made again when an approved principal deleted it', async () => {
    meanwhile = async () => world.approve({ ...SECOND, state: 'retired' });
    await sweep();
    expect(calls()).toEqual([]);
  });

  it('is the business of its own event and of sweeps, not of every other event', async () => {
    const another = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/another';
    await pass(call('StartLogging', { trailAsRecorded: another }));
    expect(calls()).toEqual([]);
    await sweep();
    expect(calls()).toContain('CreateTrail');
  });
});

describe('nothing is waited for', () => {
  const at = () => world.now;

  it('when nobody’s changes are approved', async () => {
    settings = { approvedPrincipals: [] };
    world.approve({ approval: { ...BASELINE.approval, how: 'deployment' } }, SETTINGS.roleArn);
    weaken();
    await sweep();
    expect(calls()).toEqual(['UpdateTrail']);
    expect(at()).toBe(NINE);
  });

  it('when it is known who did it', async () => {
    weaken();
    await pass(call('UpdateTrail', { at: NINE, request: { name: 'main', isMultiRegionTrail: false } }));
    expect(calls()).toEqual(['UpdateTrail']);
    expect(at()).toBe(NINE);
  });

  it('when event history shows that it was somebody else', async () => {
    weaken();
    const late = call('UpdateTrail', { at: NINE, request: { name: 'main', isMultiRegionTrail: false } });
    world.history = [{ eventID: late.eventId, call: late }];
    await sweep();
    expect(calls()).toEqual(['UpdateTrail']);
    expect(at()).toBe(NINE);
  });

  it('when a trail has to be started, though a read that lags does not show it', async () => {
    weaken();
    await pass({ kind: 'tick', at: NINE }, call('StopLogging', { at: NINE }));
    expect(calls()).toEqual(['UpdateTrail', 'StartLogging']);
    expect(at()).toBe(NINE);
  });

  it('when a trail is off, or records nothing', async () => {
    weaken();
    world.parts = { ...world.parts, eventSelectors: { EventSelectors: [] } };
    let startedAt = 0;
    world.stop(MAIN);
    meanwhile = async () => {
      if (!world.isLogging(MAIN)) startedAt = Number.NaN;
    };
    await sweep();
    expect(calls()).toContain('StartLogging');
    expect(startedAt).toBe(0);
  });
});
