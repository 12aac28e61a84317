import { describe, expect, it } from 'vitest';
import type { Guard } from './guard.ts';
import { reconcile } from './reconcile.ts';
import type { Signal } from './signal.ts';
import { call, MAIN, MINUTE, PARTS, TestWorld, TRAIL_SETTINGS } from './test-kit.ts';

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

const WAYS = [
  {
    what: 'a trail is deleted',
    callsAt: (at: number) => [call('DeleteTrail', { at })],
    act: (world: TestWorld) => world.trails.clear(),
  },
  {
    what: 'a trail is narrowed, starved and stopped',
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
];
type Way = (typeof WAYS)[number];

const tick = (world: TestWorld): Signal => ({ kind: 'tick', at: world.now });

/** What was attacked; then a run that dies; then the next ones, which get the same messages and come by schedule. */
async function actOut({ act, callsAt }: Way, isEventLost: boolean, atStep: number, isTaken: boolean) {
  const world = new TestWorld();
  world.addLogging(MAIN);
  world.approve();
  await reconcile([tick(world)], [], world.guard());
  world.now += MINUTE;
  act(world);
  const calls = callsAt(world.now);
  if (isEventLost) world.history = calls.map((made) => ({ eventID: made.eventId, call: made }));
  const signals = isEventLost ? [tick(world)] : calls;
  const end = await runAndDie(world.guard(), signals, atStep, isTaken);
  world.now += MINUTE;
  for (const again of [signals, [tick(world)]]) await reconcile(again, [], world.guard());
  return { world, end };
}

const [DELETED, STOPPED] = WAYS as [Way, Way];

describe.each([
  { ...DELETED, isEventLost: false, who: 'the run of its event' },
  { ...STOPPED, isEventLost: false, who: 'the run of its events' },
  { ...STOPPED, isEventLost: true, who: 'the sweep' },
])('when $what, $who may die', ({ isEventLost, ...way }) => {
  it.each([
    ['before', false],
    ['after', true],
  ])('%s any step: what comes next ends it, and people hear of it', async (_, isTaken) => {
    for (let atStep = 1, isOver = false; !isOver; atStep++) {
      const { world, end } = await actOut(way, isEventLost, atStep, isTaken);
      const where = `died at step ${atStep}`;
      expect(world.isLogging(MAIN), where).toBe(true);
      expect(world.parts, where).toEqual(PARTS);
      expect(
        world.sent.map(({ kind }) => kind),
        where,
      ).toContain('trail');
      isOver = end === 'ended';
    }
  });
});
