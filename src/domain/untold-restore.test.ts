import { beforeEach, describe, expect, it } from 'vitest';
import type { Guard } from './guard.ts';
import { reconcile } from './reconcile.ts';
import type { Signal } from './signal.ts';
import type { TrailReport } from './telling/report.ts';
import { call, MAIN, MINUTE, OPERATOR, PARTS, TestWorld, TRAIL_SETTINGS } from './test-kit.ts';

const NARROWED = { ...TRAIL_SETTINGS, IsMultiRegionTrail: false };

let world: TestWorld;

const pass = (...signals: readonly Signal[]) => reconcile(signals, [], world.guard());
const sweep = async () => {
  world.now += 5 * MINUTE;
  await pass({ kind: 'tick', at: world.now });
};
const told = () => world.sent.filter((report): report is TrailReport => report.kind === 'trail');
const narrow = () => {
  world.parts = { ...world.parts, trail: NARROWED };
};

/** A run that puts the settings back, and goes no further. */
async function runUntilRestored(signals: readonly Signal[]): Promise<void> {
  const guard: Guard = world.guard();
  const restored = Promise.withResolvers<void>();
  const restorer = {
    ...guard.ports.restorer,
    apply: async (step: Parameters<typeof guard.ports.restorer.apply>[0]) => {
      await guard.ports.restorer.apply(step);
      restored.resolve();
      return new Promise<void>(() => {});
    },
  };
  void reconcile(signals, [], { ...guard, ports: { ...guard.ports, restorer } });
  await restored.promise;
}

it('what another run puts back at this moment is told as put back, by whichever has the call', async () => {
  narrow();
  await runUntilRestored([{ kind: 'tick', at: world.now }]);
  await pass(call('UpdateTrail', { at: world.now, request: { name: 'main', isMultiRegionTrail: false } }));
  expect(told()).toMatchObject([
    {
      outcome: 'restored',
      calls: [{ actor: { name: 'mallory' } }],
      drifts: [{ path: 'trail.IsMultiRegionTrail', fate: 'put-back' }],
      notDone: [],
    },
  ]);
  await sweep();
  await sweep();
  expect(told()).toHaveLength(1);
});

beforeEach(async () => {
  world = new TestWorld();
  world.addLogging(MAIN);
  world.approve();
  await sweep();
});

describe('what a run put back that ended before it told', () => {
  it('is told once by a later sweep, as put back, with why so late', async () => {
    narrow();
    await runUntilRestored([{ kind: 'tick', at: world.now }]);
    for (let sweeps = 0; sweeps < 6; sweeps++) await sweep();
    expect(told()).toMatchObject([
      {
        outcome: 'restored',
        findings: [{ techniqueId: 'cloudtrail.multi-region-off' }],
        drifts: [{ path: 'trail.IsMultiRegionTrail', fate: 'put-back' }],
        notDone: [{ what: 'This was not told when it was found' }],
      },
    ]);
  });

  it('is told by nobody else while that run may still tell it', async () => {
    narrow();
    await runUntilRestored([{ kind: 'tick', at: world.now }]);
    world.now += MINUTE;
    await pass({ kind: 'tick', at: world.now });
    expect(told()).toEqual([]);
    await sweep();
    expect(told()).toHaveLength(1);
  });

  it('is told with its call as soon as the queue hands that out again', async () => {
    narrow();
    const update = call('UpdateTrail', { at: world.now });
    await runUntilRestored([update]);
    world.now += 6 * MINUTE;
    await pass(update);
    for (let sweeps = 0; sweeps < 6; sweeps++) await sweep();
    expect(told()).toMatchObject([
      {
        outcome: 'restored',
        times: 1,
        findings: [{ eventId: update.eventId }],
        calls: [update].map(({ eventId }) => ({ eventId })),
      },
    ]);
  });

  it('is told beside an earlier message that could not be sent yet, and takes nothing of it away', async () => {
    world.failing = { alerts: new Error('down') };
    world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Suspended', MFADelete: null } };
    await sweep();
    narrow();
    await runUntilRestored([{ kind: 'tick', at: world.now }]);
    world.failing = {};
    for (let sweeps = 0; sweeps < 6; sweeps++) await sweep();
    expect(told().map(({ notice, findings: [finding] }) => [notice, finding?.techniqueId])).toEqual([
      ['first', 's3.versioning-suspended'],
      ['digest', 'cloudtrail.multi-region-off'],
    ]);
  });

  it('is told although the trail is impaired again', async () => {
    narrow();
    await runUntilRestored([{ kind: 'tick', at: world.now }]);
    world.parts = { ...world.parts, 'bucket.versioning': { Status: 'Suspended', MFADelete: null } };
    await sweep();
    const techniques = told().flatMap(({ findings }) => findings.map(({ techniqueId }) => techniqueId));
    expect(techniques).toEqual(['cloudtrail.multi-region-off', 's3.versioning-suspended']);
  });
});

describe('a restore is written down', () => {
  it('beside it, and no proof or second restart waits for that', async () => {
    narrow();
    const guard = world.guard();
    const { ledger, restorer } = guard.ports;
    const save: typeof ledger.save = async (kind, ...entry) =>
      kind === 'incident' ? new Promise<boolean>(() => {}) : ledger.save(kind, ...entry);
    let starts = 0;
    const apply = async (step: Parameters<typeof restorer.apply>[0]) => {
      await restorer.apply(step);
      if (step.call !== 'StartLogging' || ++starts > 1) return;
      world.now += 1000;
      world.stop(MAIN);
    };
    const ports = { ...guard.ports, ledger: { ...ledger, save }, restorer: { ...restorer, apply } };
    world.stop(MAIN);
    void reconcile([{ kind: 'tick', at: world.now }], [], { ...guard, ports });
    await expect.poll(() => [starts, world.isLogging(MAIN)]).toEqual([2, true]);
  });

  it('without what a window leaves to its owner', async () => {
    const content = {
      schema: 'trailkeeper.window/1',
      trailArn: MAIN.arn,
      until: new Date(world.now + 30 * MINUTE).toISOString(),
      reason: 'moving',
      coversStopLogging: false,
    };
    world.windows = [{ content, writer: { read: true, value: OPERATOR }, at: world.now }];
    narrow();
    world.parts = { ...world.parts, eventSelectors: { EventSelectors: [] } };
    await runUntilRestored([{ kind: 'tick', at: world.now }]);
    world.parts = { ...world.parts, trail: TRAIL_SETTINGS };
    for (let sweeps = 0; sweeps < 6; sweeps++) await sweep();
    const drifts = told().flatMap((report) => report.drifts.map(({ path }) => path));
    expect(drifts).toEqual(['eventSelectors.management']);
  });

  it('without what is too long for an entry of the ledger', async () => {
    const Statement = [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'x'.repeat(30_000) }];
    const approved = { Version: '2012-10-17', Statement: [] };
    world.approve({ parts: { ...PARTS, 'bucket.policy': approved } });
    world.parts = { ...world.parts, 'bucket.policy': { Version: '2012-10-17', Statement } };
    await runUntilRestored([{ kind: 'tick', at: world.now }]);
    const entry = await world.guard().ports.ledger.load('incident', MAIN.arn);
    expect(JSON.stringify(entry).length).toBeLessThan(20_000);
    for (let sweeps = 0; sweeps < 6; sweeps++) await sweep();
    expect(told()).toMatchObject([{ outcome: 'restored', drifts: [{ fate: 'put-back' }] }]);
  });
});

describe('a restore that was told', () => {
  it('by one of two runs at once is told once', async () => {
    narrow();
    const update = call('UpdateTrail', { at: world.now });
    await Promise.all([pass(update), pass(update)]);
    for (let sweeps = 0; sweeps < 6; sweeps++) await sweep();
    expect(told()).toMatchObject([{ notice: 'first', times: 1 }]);
  });

  it.each([
    ['a sweep', () => ({ kind: 'tick', at: world.now }) as const],
    [
      'its event',
      () => call('UpdateTrail', { at: world.now, request: { name: 'main', isMultiRegionTrail: false } }),
    ],
  ])('by the run of %s is told once, whatever comes after it', async (_, makeSignal) => {
    narrow();
    const signal = makeSignal();
    await pass(signal);
    const { roleArn } = world.guard().settings;
    const own = { ...call('UpdateTrail').actor, roleArn };
    for (let sweeps = 0; sweeps < 6; sweeps++) {
      await pass(call('UpdateTrail', { at: world.now, actor: own }));
      if (signal.kind === 'api-call') await pass(signal);
      await sweep();
    }
    expect(told()).toMatchObject([{ outcome: 'restored', notDone: [] }]);
  });

  it('leaves nothing that a later incident would tell', async () => {
    world.failing.step = new Error('AccessDenied');
    narrow();
    await sweep();
    world.failing = {};
    await sweep();
    for (let sweeps = 0; sweeps < 3; sweeps++) await sweep();
    expect(told().map(({ notice, notDone }) => [notice, notDone.length])).toEqual([
      ['first', 1],
      ['changed', 0],
    ]);
  });
});

it.each([
  ['no list', 'all of them'],
  [
    'no restores',
    [null, 7, { at: 'then' }, { at: 1, drifts: 'many', found: {}, isDark: false, darkFrom: null }],
  ],
  [
    'restores of tomorrow',
    [{ at: Number.MAX_SAFE_INTEGER, drifts: [], found: {}, isDark: true, darkFrom: null }],
  ],
])('what lies beside an incident and is %s is nothing', async (_, untold) => {
  await world.guard().ports.ledger.save('incident', MAIN.arn, { outbox: [], untold }, 0);
  for (let sweeps = 0; sweeps < 3; sweeps++) await sweep();
  expect(told()).toEqual([]);
  narrow();
  await sweep();
  expect(told()).toMatchObject([{ outcome: 'restored', notDone: [] }]);
});
