import { beforeEach, expect, it } from 'vitest';
import { reconcile } from './reconcile.ts';
import type { Signal } from './signal.ts';
import type { TrailReport } from './telling/report.ts';
import { call, MAIN, MINUTE, OPERATOR, TestWorld } from './test-kit.ts';

let world: TestWorld;
/** AWS's time of a stop of a minute, which was over before anyone looked. */
let stop: number;

const pass = (...signals: readonly Signal[]) => reconcile(signals, [], world.guard());
const sweep = async () => {
  world.now += 5 * MINUTE;
  await pass({ kind: 'tick', at: world.now });
};
const told = () => world.sent.filter((report): report is TrailReport => report.kind === 'trail');

beforeEach(async () => {
  world = new TestWorld();
  world.addLogging(MAIN);
  world.approve();
  await sweep();
  stop = world.now + MINUTE;
  world.trails.set(MAIN, { isLogging: true, stopLoggingTime: stop, startLoggingTime: stop + MINUTE });
});

it('a stop that was over before a sweep came is told with who did it, once, and how long it was dark', async () => {
  const lost = call('StopLogging', { at: stop });
  world.history = [{ eventID: lost.eventId, call: lost }];
  for (let sweeps = 0; sweeps < 4; sweeps++) await sweep();
  expect(told()).toMatchObject([
    {
      findings: [{ techniqueId: 'cloudtrail.stop-logging' }],
      dark: { forMs: MINUTE },
      calls: [{ actor: { name: 'mallory' } }],
      steps: [],
    },
  ]);
});

it('and when event history shows it later, then', async () => {
  await sweep();
  expect(told()).toEqual([]);
  const lost = call('StopLogging', { at: stop });
  world.history = [{ eventID: lost.eventId, call: lost }];
  await sweep();
  expect(told()).toMatchObject([{ dark: { forMs: MINUTE }, calls: [{}] }]);
});

it('and without who did it when event history never shows it', async () => {
  for (let sweeps = 0; sweeps < 12; sweeps++) await sweep();
  expect(told()).toMatchObject([
    { findings: [{ techniqueId: 'cloudtrail.stop-logging' }], dark: { forMs: MINUTE }, calls: [] },
  ]);
});

it('a stop that was told is told once', async () => {
  await pass(call('StopLogging', { at: stop }));
  for (let sweeps = 0; sweeps < 12; sweeps++) await sweep();
  expect(told()).toHaveLength(1);
});

it('a stop of a window that names StopLogging is its use, and no incident', async () => {
  world.windows = [
    {
      content: {
        schema: 'trailkeeper.window/1',
        trailArn: MAIN.arn,
        until: new Date(stop + 30 * MINUTE).toISOString(),
        reason: 'moving',
        coversStopLogging: true,
      },
      writer: { read: true, value: OPERATOR },
      at: stop - MINUTE / 2,
    },
  ];
  const used = call('StopLogging', { at: stop });
  world.history = [{ eventID: used.eventId, call: used }];
  await sweep();
  world.windows = [];
  for (let sweeps = 0; sweeps < 8; sweeps++) await sweep();
  expect(told()).toEqual([]);
});

it('a stop from before the approval is its owner’s', async () => {
  world.approve({
    version: 2,
    approval: { how: 'adopt', at: new Date(stop + 2 * MINUTE).toISOString(), by: OPERATOR, reason: null },
  });
  for (let sweeps = 0; sweeps < 8; sweeps++) await sweep();
  expect(told()).toEqual([]);
});
