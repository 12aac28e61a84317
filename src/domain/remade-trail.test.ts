import { beforeEach, describe, expect, it } from 'vitest';
import { reconcile } from './reconcile.ts';
import type { ApiCall, Signal } from './signal.ts';
import type { TrailReport } from './telling/report.ts';
import { call, MAIN, MALLORY, MINUTE, OPERATOR, TestWorld } from './test-kit.ts';

let world: TestWorld;
/** When the trail was deleted, and nobody looked. A minute later it was there again. */
let deletedAt: number;
let deletion: ApiCall;

const pass = (...signals: readonly Signal[]) => reconcile(signals, [], world.guard());
const sweep = async (times = 1) => {
  for (let sweeps = 0; sweeps < times; sweeps++) {
    world.now += 5 * MINUTE;
    await pass({ kind: 'tick', at: world.now });
  }
};
const told = () => world.sent.filter((report): report is TrailReport => report.kind === 'trail');
const showInHistory = (...calls: readonly ApiCall[]) => {
  world.history = calls.map((made) => ({ eventID: made.eventId, call: made }));
};

beforeEach(async () => {
  world = new TestWorld();
  world.addLogging(MAIN);
  world.approve();
  await sweep();
  deletedAt = world.now + MINUTE;
  deletion = call('DeleteTrail', { at: deletedAt });
  world.trails.set(MAIN, { isLogging: true, startLoggingTime: deletedAt + MINUTE });
});

describe('a trail that was deleted and made again before a sweep came', () => {
  it('is told once, with who deleted it and how long nothing was recorded', async () => {
    showInHistory(deletion);
    await sweep(6);
    expect(told()).toMatchObject([
      {
        findings: [{ techniqueId: 'cloudtrail.delete-trail', eventId: deletion.eventId }],
        dark: { forMs: MINUTE },
        principals: [MALLORY.arn],
        steps: [],
      },
    ]);
  });

  it('is told when event history shows it', async () => {
    await sweep(2);
    expect(told()).toEqual([]);
    showInHistory(deletion);
    await sweep();
    expect(told()).toHaveLength(1);
  });

  it('is told without who it was when event history goes on not answering', async () => {
    const guard = world.guard();
    const lookUp = () => Promise.reject(new Error('ThrottlingException'));
    const history = { ...guard.ports.history, lookUp };
    for (let sweeps = 0; sweeps < 10; sweeps++) {
      world.now += 5 * MINUTE;
      await reconcile([{ kind: 'tick', at: world.now }], [], {
        ...guard,
        ports: { ...guard.ports, history },
      });
    }
    expect(told()).toMatchObject([
      { findings: [{ techniqueId: 'cloudtrail.delete-trail' }], dark: null, principals: [] },
    ]);
  });
});

describe('nothing is told', () => {
  it('of an approved trail that was started for the first time and never deleted', async () => {
    await sweep(12);
    expect(told()).toEqual([]);
  });

  it('of a trail that was made again before it was approved', async () => {
    showInHistory(deletion);
    const at = new Date(deletedAt + 2 * MINUTE).toISOString();
    world.approve({ version: 2, approval: { how: 'adopt', at, by: OPERATOR, reason: null } });
    await sweep(6);
    expect(told()).toEqual([]);
  });

  it('of a trail that was deleted in a maintenance window', async () => {
    showInHistory(deletion);
    const content = {
      schema: 'trailkeeper.window/1',
      trailArn: MAIN.arn,
      until: new Date(deletedAt + 30 * MINUTE).toISOString(),
      reason: 'moving',
      coversStopLogging: false,
    };
    world.windows = [{ content, writer: { read: true, value: OPERATOR }, at: deletedAt - MINUTE / 2 }];
    await sweep();
    world.windows = [];
    await sweep(6);
    expect(told()).toEqual([]);
  });
});

it('a deletion that was told, and put back, is told once', async () => {
  world.now = deletedAt;
  world.trails.clear();
  await pass(deletion);
  showInHistory(deletion);
  await sweep(12);
  expect(told()).toMatchObject([{ outcome: 'restored', times: 1 }]);
});

it('one whose incident counts it already is told by that', async () => {
  for (let times = 0; times < 3; times++) {
    world.now += MINUTE;
    world.trails.clear();
    deletion = call('DeleteTrail', { at: world.now });
    await pass(deletion);
  }
  showInHistory(deletion);
  await sweep(12);
  expect(told().map(({ notice, times }) => [notice, times])).toEqual([
    ['first', 1],
    ['digest', 3],
  ]);
});

it('a trail that an operator put back while it was told as gone is told as back, once', async () => {
  world.now = deletedAt;
  world.trails.clear();
  const guard = world.guard({ mode: 'notify' });
  await reconcile([deletion], [], guard);
  world.now += MINUTE;
  world.trails.set(MAIN, { isLogging: true, startLoggingTime: world.now });
  showInHistory(deletion);
  for (let sweeps = 0; sweeps < 6; sweeps++) {
    world.now += 5 * MINUTE;
    await reconcile([{ kind: 'tick', at: world.now }], [], guard);
  }
  expect(told().map(({ notice }) => notice)).toEqual(['first', 'changed']);
});

describe('made again by a run of the guard that died before it told, and the ledger is gone', () => {
  it('is told by the next sweep', async () => {
    world.trails.clear();
    const guard = world.guard({ approvedPrincipals: [] });
    const dead = Promise.withResolvers<void>();
    const restorer = {
      ...guard.ports.restorer,
      apply: async (step: Parameters<typeof guard.ports.restorer.apply>[0]) => {
        await guard.ports.restorer.apply(step);
        if (step.call !== 'StartLogging') return;
        dead.resolve();
        await new Promise(() => {});
      },
    };
    world.now = deletedAt + MINUTE;
    void reconcile([{ kind: 'tick', at: world.now }], [], { ...guard, ports: { ...guard.ports, restorer } });
    await dead.promise;
    world.forgetLedger();
    showInHistory(deletion);
    await sweep(6);
    expect(told()).toMatchObject([{ dark: { forMs: MINUTE }, principals: [MALLORY.arn] }]);
  });
});
