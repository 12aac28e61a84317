import { beforeEach, describe, expect, it } from 'vitest';
import { RefusedError } from '../errors.ts';
import { reconcile } from '../reconcile.ts';
import type { Signal } from '../signal.ts';
import { BASELINE, call, MAIN, MINUTE, NINE, TestWorld } from '../test-kit.ts';
import type { Episode } from './episode.ts';
import type { TrailReport } from './report.ts';

let world: TestWorld;

beforeEach(() => {
  world = new TestWorld();
  world.addLogging(MAIN);
  world.approve(BASELINE);
});

const pass = (...signals: readonly Signal[]) => reconcile(signals, [], world.guard());
const sweep = () => pass({ kind: 'tick', at: world.now });
const later = (minutes: number) => {
  world.now = NINE + minutes * MINUTE;
};
const stop = async () => {
  world.stop(MAIN);
  await pass(call('StopLogging', { at: world.now }));
};
const suspend = async () => {
  world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Suspended', MFADelete: null } };
  await pass(
    call('PutBucketVersioning', {
      at: world.now,
      eventSource: 's3.amazonaws.com',
      trailAsRecorded: null,
      targets: ['logs-of-main'],
    }),
  );
};
const repair = () => {
  world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Enabled', MFADelete: null } };
};
const denied = new RefusedError('AccessDenied', 'denied');

const minutesOf = (time: string | null) =>
  time === null ? null : Math.floor((Date.parse(time) - NINE) / MINUTE);
/** Each interval by its minutes. */
async function intervals() {
  const [episode] = await world.guard().ports.ledger.list<Episode>('episode');
  const brief = (all: Episode['dark'] = []) =>
    all.map(({ from, until }) => [minutesOf(from), minutesOf(until)]);
  return { dark: brief(episode?.value.dark), weakened: brief(episode?.value.weakened) };
}
const lastReport = () => world.sent.findLast((report): report is TrailReport => report.kind === 'trail');

describe('the time in the dark', () => {
  it('is kept of every stop, also of those that nobody is told one by one', async () => {
    for (const minute of [0, 2, 4]) {
      later(minute);
      await stop();
    }
    expect((await intervals()).dark).toEqual([
      [0, 0],
      [2, 2],
      [4, 4],
    ]);
  });

  it('is one interval while restarts are refused', async () => {
    world.failing.start = denied;
    await stop();
    later(5);
    await sweep();
    world.failing = {};
    later(10);
    await sweep();
    expect((await intervals()).dark).toEqual([[0, 10]]);
  });

  it('ends and begins anew when a trail that was back is stopped again', async () => {
    await stop();
    later(5);
    world.failing.start = denied;
    await stop();
    later(8);
    world.failing = {};
    await sweep();
    expect((await intervals()).dark).toEqual([
      [0, 0],
      [5, 8],
    ]);
  });

  it('is not the time in which it was only weakened, though it was dark before', async () => {
    await stop();
    later(5);
    world.failing.step = denied;
    await suspend();
    later(20);
    repair();
    await sweep();
    expect(await intervals()).toEqual({ dark: [[0, 0]], weakened: [[5, 20]] });
  });

  it('is over when the trail logs, though something else is still weaker', async () => {
    world.failing.step = denied;
    await suspend();
    later(5);
    await stop();
    expect(lastReport()).toMatchObject({
      dark: { until: expect.any(String) },
      weakened: { until: null },
      outcome: 'partly-restored',
    });
    later(20);
    repair();
    await sweep();
    expect(await intervals()).toEqual({ dark: [[5, 5]], weakened: [[0, 20]] });
  });
});
