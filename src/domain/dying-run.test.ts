import { describe, expect, it } from 'vitest';
import type { Guard } from './guard.ts';
import type { Parts } from './parts.ts';
import { reconcile } from './reconcile.ts';
import type { Signal } from './signal.ts';
import { BASELINE, call, MAIN, MALLORY, MINUTE, NINE, PARTS, TestWorld, TRAIL_SETTINGS } from './test-kit.ts';

/** A process that ends at its n-th step, before or after AWS took it, as one that runs out of time does. */
async function runAndDie(guard: Guard, signals: readonly Signal[], atStep: number, isTaken: boolean) {
  let steps = 0;
  const death = Promise.withResolvers<'died'>();
  const dying =
    <Input extends unknown[], Output>(act: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      if (++steps < atStep) return act(...input);
      if (steps === atStep && isTaken) await act(...input);
      death.resolve('died');
      return new Promise(() => {});
    };
  const { restorer, ledger, alerts } = guard.ports;
  const ports = {
    ...guard.ports,
    restorer: { ...restorer, apply: dying(restorer.apply) },
    ledger: { ...ledger, save: dying(ledger.save) as typeof ledger.save },
    alerts: { ...alerts, send: dying(alerts.send) },
  };
  return Promise.race([
    reconcile(signals, [], { ...guard, ports }).then(() => 'ended' as const),
    death.promise,
  ]);
}

const PARTS_WITH_POLICY: Parts = {
  ...PARTS,
  'bucket.policy': {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: ['s3:GetBucketAcl', 's3:PutObject'],
        Resource: ['arn:aws:s3:::logs-of-main', 'arn:aws:s3:::logs-of-main/*'],
      },
    ],
  },
};

const WAYS = {
  deleted: {
    what: 'a trail is deleted',
    techniqueId: 'cloudtrail.delete-trail',
    callsAt: (at: number) => [call('DeleteTrail', { at })],
    act: (world: TestWorld) => world.trails.clear(),
  },
  stopped: {
    what: 'a trail is narrowed, starved and stopped',
    techniqueId: 'cloudtrail.stop-logging',
    callsAt: (at: number) => [call('StopLogging', { at }), call('UpdateTrail', { at })],
    act: (world: TestWorld) => {
      world.parts = {
        ...world.parts,
        trail: { ...TRAIL_SETTINGS, IsMultiRegionTrail: false },
        'bucket.versioning': { Status: 'Suspended', MFADelete: null },
      };
      world.stop(MAIN);
    },
  },
  narrowed: {
    what: 'its event selectors are narrowed',
    techniqueId: 'cloudtrail.management-events-off',
    callsAt: (at: number) => [call('PutEventSelectors', { at })],
    act: (world: TestWorld) => {
      const [selector] = PARTS.eventSelectors?.EventSelectors ?? [];
      const narrowed = selector && { ...selector, IncludeManagementEvents: false };
      world.parts = { ...world.parts, eventSelectors: { EventSelectors: narrowed ? [narrowed] : [] } };
    },
  },
  starved: {
    what: 'the policy of its bucket is deleted',
    techniqueId: 's3.bucket-policy-weakened',
    callsAt: (at: number) => [
      call('DeleteBucketPolicy', {
        at,
        eventSource: 's3.amazonaws.com',
        trailAsRecorded: null,
        targets: ['logs-of-main'],
      }),
    ],
    act: (world: TestWorld) => {
      world.parts = { ...world.parts, 'bucket.policy': null };
    },
  },
};
type Way = (typeof WAYS)[keyof typeof WAYS];

const tick = (world: TestWorld): Signal => ({ kind: 'tick', at: world.now });

/** What was attacked; then a run that dies; then the next ones, which get the same messages and come by schedule. */
async function actOut({ act, callsAt }: Way, isEventLost: boolean, atStep: number, isTaken: boolean) {
  const world = new TestWorld();
  world.addLogging(MAIN);
  world.parts = structuredClone(PARTS_WITH_POLICY);
  world.approve({ parts: { ...BASELINE.parts, ...PARTS_WITH_POLICY } });
  await reconcile([tick(world)], [], world.guard());
  world.now += MINUTE;
  act(world);
  const calls = callsAt(world.now);
  if (isEventLost) world.history = calls.map((made) => ({ eventID: made.eventId, call: made }));
  const signals = isEventLost ? [tick(world)] : calls;
  const end = await runAndDie(world.guard(), signals, atStep, isTaken);
  // The queue hides a message for six minutes.
  world.now += 6 * MINUTE;
  for (const again of [signals, [tick(world)]]) await reconcile(again, [], world.guard());
  return { world, end };
}

describe.each([
  { ...WAYS.deleted, isEventLost: false, who: 'the run of its event' },
  { ...WAYS.stopped, isEventLost: false, who: 'the run of its events' },
  { ...WAYS.deleted, isEventLost: true, who: 'the sweep' },
  { ...WAYS.stopped, isEventLost: true, who: 'the sweep' },
  { ...WAYS.narrowed, isEventLost: true, who: 'the sweep' },
  { ...WAYS.starved, isEventLost: true, who: 'the sweep' },
])('when $what, $who may die', ({ isEventLost, ...way }) => {
  it.each([
    ['before', false],
    ['after', true],
  ])('%s any step: what comes next ends it, and people hear of it', async (_, isTaken) => {
    for (let atStep = 1, isOver = false; !isOver; atStep++) {
      const { world, end } = await actOut(way, isEventLost, atStep, isTaken);
      const where = `died at step ${atStep}`;
      expect(world.isLogging(MAIN), where).toBe(true);
      expect(world.parts, where).toEqual(PARTS_WITH_POLICY);
      const told = world.sent.filter((report) => report.kind === 'trail');
      const techniqueIds = told.flatMap(({ findings }) => findings.map((finding) => finding.techniqueId));
      expect(techniqueIds, where).toContain(way.techniqueId);
      expect(told.flatMap(({ principals }) => principals)).toContain(MALLORY.arn);
      const since = told.flatMap(({ dark, weakened }) => dark?.from ?? weakened?.from ?? []);
      expect(since.every((from) => Date.parse(from) >= NINE)).toBe(true);
      isOver = end === 'ended';
    }
  });
});
