import { beforeEach, describe, expect, it } from 'vitest';
import { RefusedError } from './errors.ts';
import { reconcile } from './reconcile.ts';
import type { Settings } from './settings.ts';
import type { Signal } from './signal.ts';
import type { TrailReport } from './telling/report.ts';
import {
  call,
  MAIN,
  MALLORY,
  MINUTE,
  NINE,
  PARTS,
  SETTINGS,
  SPARE,
  TestWorld,
  TRAIL_SETTINGS,
} from './test-kit.ts';

/** A trail that its owner stopped an hour before the guard came. */
const OFF_BEFORE = {
  isLogging: false,
  startLoggingTime: NINE - 180 * MINUTE,
  stopLoggingTime: NINE - 120 * MINUTE,
};

let world: TestWorld;
let settings: Partial<Settings>;

beforeEach(() => {
  world = new TestWorld();
  settings = {};
  world.addLogging(MAIN);
});

const pass = (...signals: readonly Signal[]) => reconcile(signals, [], world.guard(settings));
const sweep = () => pass({ kind: 'tick', at: world.now });
const trailReports = () => world.sent.filter((report): report is TrailReport => report.kind === 'trail');
/** Stops `main` and hands over the event of it. */
const stopAndTell = () => {
  world.stop(MAIN);
  return pass(call('StopLogging', { at: world.now }));
};

const disableRule = (rule = 'CloudtrailCalls') =>
  call('DisableRule', {
    eventSource: 'events.amazonaws.com',
    trailAsRecorded: null,
    targets: [`trailkeeper-${rule}-1A2B3C`],
  });

describe('restoring', () => {
  it('starts a stopped trail and tells it once, with who did it', async () => {
    await stopAndTell();
    expect(world.isLogging(MAIN)).toBe(true);
    expect(trailReports()).toMatchObject([
      { outcome: 'restored', notice: 'first', calls: [{ actor: { name: 'mallory' } }] },
    ]);
  });

  it.each(['main', MAIN.arn])('knows the trail by %s', async (trailAsRecorded) => {
    world.stop(MAIN);
    await pass(call('StopLogging', { trailAsRecorded }));
    expect(world.isLogging(MAIN)).toBe(true);
  });

  it('finds a stopped trail without any event', async () => {
    world.stop(MAIN);
    await sweep();
    expect(world.isLogging(MAIN)).toBe(true);
    expect(trailReports()).toMatchObject([{ outcome: 'restored', calls: [] }]);
  });

  it('sends StartLogging after a StopLogging even when a read still shows the trail logging', async () => {
    const { startLoggingTime } = world.trails.get(MAIN) ?? {};
    await pass(call('StopLogging'));
    expect(world.trails.get(MAIN)?.startLoggingTime).toBeGreaterThan(startLoggingTime ?? 0);
  });

  it('says restored only when a read proves it', async () => {
    world.staleReads = 100;
    const { undetermined } = await stopAndTell();
    expect(trailReports()).toMatchObject([{ outcome: 'undetermined' }]);
    expect(undetermined).toHaveLength(1);
  });

  it('is patient with reads that lag behind the restart', async () => {
    world.staleReads = 3;
    await stopAndTell();
    expect(trailReports()).toMatchObject([{ outcome: 'restored' }]);
  });

  it('does not let a lost alert or a lost ledger stop a restore', async () => {
    world.failing.alerts = new Error('NotFoundException: Topic does not exist');
    const { tellings } = await stopAndTell();
    expect(world.isLogging(MAIN)).toBe(true);
    expect(tellings).toMatchObject([{ end: 'failed' }]);
  });

  it('tells a refused restart as something people must do', async () => {
    world.failing.start = new RefusedError('AccessDeniedException', 'denied by a service control policy');
    await stopAndTell();
    expect(trailReports()).toMatchObject([
      { outcome: 'refused', notDone: [{ what: 'StartLogging was refused' }] },
    ]);
  });

  it('waits for no proof of a restart that was refused', async () => {
    world.failing.start = new RefusedError('AccessDeniedException', 'denied by a service control policy');
    await stopAndTell();
    const refusedAt = world.now;
    await pass({ kind: 'tick', at: world.now });
    expect(world.now).toBe(refusedAt);
  });

  it('restores one trail though another cannot be read', async () => {
    world.addLogging(SPARE);
    world.stop(MAIN);
    const guard = world.guard();
    const readStatus = guard.ports.trails.readStatus;
    const trails = {
      ...guard.ports.trails,
      readStatus: (trail: typeof MAIN) =>
        trail === SPARE ? Promise.reject(new Error('ThrottlingException')) : readStatus(trail),
    };
    const { undetermined } = await reconcile([{ kind: 'tick', at: NINE }], [], {
      ...guard,
      ports: { ...guard.ports, trails },
    });
    expect(world.isLogging(MAIN)).toBe(true);
    expect(undetermined).toMatchObject([{ trail: { name: 'spare' } }]);
  });

  it('changes nothing in mode notify, and tells it', async () => {
    settings = { mode: 'notify' };
    await stopAndTell();
    expect(world.isLogging(MAIN)).toBe(false);
    expect(trailReports()).toMatchObject([{ outcome: 'not-restorable' }]);
  });
});

describe('an attacker with more rights', () => {
  it('does not keep a trail dark by using up the quota for a while', async () => {
    const guard = world.guard();
    let refusals = 3;
    const restorer = {
      ...guard.ports.restorer,
      apply: async (step: Parameters<typeof guard.ports.restorer.apply>[0]) => {
        if (refusals-- > 0) throw new Error('ThrottlingException');
        return guard.ports.restorer.apply(step);
      },
    };
    world.stop(MAIN);
    const event = call('StopLogging', { at: world.now });
    const { undetermined } = await reconcile([event], [], { ...guard, ports: { ...guard.ports, restorer } });
    expect(world.isLogging(MAIN)).toBe(true);
    expect(undetermined).toEqual([]);
  });

  it('makes the guard look again soon when every restart fails', async () => {
    world.failing.start = new Error('ThrottlingException');
    const { undetermined } = await stopAndTell();
    expect(undetermined).toHaveLength(1);
    expect(trailReports()).toMatchObject([{ outcome: 'not-restorable', dark: { until: null } }]);
  });

  it('does not hide a stop by keeping the status from being read', async () => {
    world.failing.status = new Error('AccessDeniedException');
    await stopAndTell();
    expect(trailReports()).toMatchObject([
      { outcome: 'undetermined', calls: [{ actor: { name: 'mallory' } }] },
    ]);
  });

  it('does not keep people waiting by making every read slow', async () => {
    world.stop(MAIN);
    const guard = world.guard();
    const trails = {
      ...guard.ports.trails,
      readStatus: async () => {
        world.now += 6_000;
        throw new Error('ThrottlingException');
      },
    };
    const startedAt = world.now;
    await reconcile([call('StopLogging')], [], { ...guard, ports: { ...guard.ports, trails } });
    expect(trailReports()).toMatchObject([{ outcome: 'undetermined' }]);
    // The function itself may run for a minute.
    expect(world.now - startedAt).toBeLessThan(40_000);
  });

  it('does not keep people waiting by making every step slow', async () => {
    world.stop(MAIN);
    world.approve();
    const trail = { ...TRAIL_SETTINGS, LogFileValidationEnabled: false };
    const eventSelectors = { EventSelectors: [] };
    world.parts = { ...PARTS, trail, eventSelectors, tags: {}, bucket: null };
    const guard = world.guard();
    const tried: string[] = [];
    const restorer = {
      ...guard.ports.restorer,
      apply: async (step: Parameters<typeof guard.ports.restorer.apply>[0]) => {
        tried.push(step.call);
        world.now += 8_000;
        if (step.call !== 'CreateBucket') throw new Error('ThrottlingException');
      },
    };
    const startedAt = world.now;
    await reconcile([{ kind: 'tick', at: NINE }], [], { ...guard, ports: { ...guard.ports, restorer } });
    expect(trailReports()).toMatchObject([{ outcome: 'partly-restored' }]);
    expect(tried).toContain('StartLogging');
    expect(world.now - startedAt).toBeLessThan(60_000);
  });

  it('is told when it acts as the guard’s own role: the guard itself only starts trails', async () => {
    world.trails.clear();
    await pass(call('DeleteTrail', { actor: { ...MALLORY, roleArn: SETTINGS.roleArn } }));
    expect(trailReports()).toMatchObject([{ severity: 'critical' }]);
  });

  it('is named when it stops a trail that somebody else stopped just before', async () => {
    await stopAndTell();
    world.now += 2 * MINUTE;
    world.stop(MAIN);
    const actor = { ...MALLORY, name: 'eve', arn: 'arn:aws:iam::111122223333:user/eve' };
    await pass(call('StopLogging', { at: world.now, actor }));
    expect(trailReports().flatMap(({ calls }) => calls.map((made) => made.actor.name))).toEqual([
      'mallory',
      'eve',
    ]);
  });

  it.each([
    ['nonsense', {}],
    ['an incident of the far future', { goodReads: -1e9, told: { at: 9e15, times: 1e9 } }],
  ])('silences nothing by writing %s into the ledger', async (_, state) => {
    const guard = world.guard();
    await guard.ports.ledger.save('incident', MAIN.arn, { state, outbox: [] }, 0);
    await stopAndTell();
    expect(trailReports()).toHaveLength(1);
  });

  it('silences nothing by a ledger that takes no entry', async () => {
    const guard = world.guard();
    const ledger = { ...guard.ports.ledger, save: async () => false };
    world.stop(MAIN);
    await reconcile([call('StopLogging')], [], { ...guard, ports: { ...guard.ports, ledger } });
    expect(trailReports()).toHaveLength(1);
  });
});

describe('a message that cannot leave', () => {
  it('about a call leaves at a later sweep', async () => {
    world.trails.clear();
    world.failing.alerts = new Error('NotFoundException');
    await pass(call('DeleteTrail'));
    world.failing = {};
    world.now += 5 * MINUTE;
    await sweep();
    expect(trailReports()).toHaveLength(1);
  });

  it('waits until somebody has confirmed a subscription', async () => {
    world.confirmed = 0;
    await stopAndTell();
    expect(world.sent).toEqual([]);
    world.confirmed = 1;
    world.now += 5 * MINUTE;
    await sweep();
    expect(trailReports()).toMatchObject([{ calls: [{ actor: { name: 'mallory' } }] }]);
  });

  it('is not replaced by a later one: both leave, the one that names the actor first', async () => {
    world.failing = {
      alerts: new Error('no topic'),
      start: new RefusedError('AccessDeniedException', 'denied'),
    };
    await stopAndTell();
    world.now += 16 * MINUTE;
    await sweep();
    delete world.failing.alerts;
    world.now += 5 * MINUTE;
    await sweep();
    expect(trailReports().map(({ notice }) => notice)).toEqual(['first', 'reminder']);
  });
});

describe('which trails are guarded', () => {
  it('leaves a trail that was off before the guard came to its owner', async () => {
    world.trails.set(MAIN, OFF_BEFORE);
    await sweep();
    expect(world.isLogging(MAIN)).toBe(false);
    expect(trailReports()).toEqual([]);
  });

  it('leaves a trail that was never started to its owner', async () => {
    world.trails.set(SPARE, { isLogging: false });
    await sweep();
    expect(world.isLogging(SPARE)).toBe(false);
  });

  it('restarts a stopped trail when it cannot learn when it was deployed', async () => {
    world.failing.deployment = new Error('AccessDenied');
    world.trails.set(MAIN, OFF_BEFORE);
    await sweep();
    expect(world.isLogging(MAIN)).toBe(true);
  });

  it('leaves other trails alone when trails are named, and says so when one is stopped', async () => {
    settings = { trails: ['spare'] };
    await stopAndTell();
    expect(world.isLogging(MAIN)).toBe(false);
    expect(trailReports()).toMatchObject([
      { outcome: 'not-restorable', notDone: [{ why: 'the guard’s parameters name other trails' }] },
    ]);
  });

  it.each(['main', MAIN.arn])('guards a trail named as %s', async (name) => {
    settings = { trails: [name] };
    await stopAndTell();
    expect(world.isLogging(MAIN)).toBe(true);
  });

  it('leaves the organization’s trail to the guard of its own account', async () => {
    const foreign = {
      ...MAIN,
      accountId: '444455556666',
      arn: MAIN.arn.replace('111122223333', '444455556666'),
    };
    world.trails.clear();
    world.addLogging(foreign);
    world.stop(foreign);
    await sweep();
    expect(world.isLogging(foreign)).toBe(false);
  });
});

describe('telling once', () => {
  it('tells a second delivery of the same event nothing', async () => {
    world.stop(MAIN);
    const event = call('StopLogging');
    await pass(event);
    await pass(event);
    expect(world.sent).toHaveLength(1);
  });

  it('sends no mail for the guard’s own restart', async () => {
    const actor = { ...MALLORY, roleArn: SETTINGS.roleArn };
    await pass(call('StartLogging', { actor }));
    expect(world.sent).toEqual([]);
  });

  it('tells flapping as one incident and one digest', async () => {
    for (let round = 0; round < 20; round++) {
      await stopAndTell();
      world.now += MINUTE;
    }
    const notices = trailReports().map(({ notice }) => notice);
    expect(notices).toEqual(['first', 'digest']);
    expect(new Set(trailReports().map(({ incidentId }) => incidentId)).size).toBe(1);
  });

  it('reminds while a trail stays dark: after 15 minutes, an hour, then every 4 hours', async () => {
    settings = { mode: 'notify' };
    world.stop(MAIN);
    const remindedAfter: number[] = [];
    for (let minute = 0; minute <= 10 * 60; minute += 5) {
      world.now = NINE + minute * MINUTE;
      const before = world.sent.length;
      await sweep();
      if (trailReports().length > 0 && world.sent.length > before) remindedAfter.push(minute);
    }
    expect(remindedAfter).toEqual([0, 15, 60, 300, 540]);
  });

  it('tells that a trail is lit again after it was told as dark', async () => {
    world.failing.start = new Error('ThrottlingException');
    await stopAndTell();
    world.failing = {};
    world.now += 5 * MINUTE;
    await sweep();
    expect(trailReports().map(({ notice, outcome }) => [notice, outcome])).toEqual([
      ['first', 'not-restorable'],
      ['changed', 'restored'],
    ]);
  });

  it('waits for the event that says who it was, in an incident that goes on as well', async () => {
    await stopAndTell();
    world.now += 10_000;
    world.stop(MAIN);
    await pass(call('StartLogging', { at: world.now }));
    expect(world.isLogging(MAIN)).toBe(true);
    expect(trailReports().slice(1)).toMatchObject([{ findings: [], calls: [{ eventName: 'StartLogging' }] }]);
    await pass(call('StopLogging', { at: world.now }));
    expect(trailReports().slice(2)).toMatchObject([
      { notice: 'digest', outcome: 'restored', calls: [{ eventName: 'StopLogging' }], steps: [{}] },
    ]);
  });

  it('is told by the next sweep when no event says who it was', async () => {
    await stopAndTell();
    world.now += 10_000;
    world.stop(MAIN);
    await pass(call('StartLogging', { at: world.now }));
    await sweep();
    expect(trailReports().slice(2)).toMatchObject([{ notice: 'digest', steps: [{ call: 'StartLogging' }] }]);
  });

  it('names the actor later when the event comes after the sweep', async () => {
    world.stop(MAIN);
    await sweep();
    world.now += MINUTE;
    await pass(call('StopLogging', { at: NINE }));
    const reports = trailReports();
    expect(reports.map(({ notice }) => notice)).toEqual(['first', 'actor-found']);
    expect(reports[1]?.times).toBe(1);
  });

  it('opens a new incident after two good sweeps in a row', async () => {
    await stopAndTell();
    for (let round = 0; round < 2; round++) {
      world.now += 5 * MINUTE;
      await sweep();
    }
    world.now += 5 * MINUTE;
    await stopAndTell();
    const reports = trailReports();
    expect(reports.map(({ notice }) => notice)).toEqual(['first', 'first']);
    expect(reports[0]?.incidentId).not.toBe(reports[1]?.incidentId);
  });

  it('sends a message that could not leave at the next sweep', async () => {
    world.failing.alerts = new Error('no network');
    await stopAndTell();
    world.failing = {};
    world.now += 5 * MINUTE;
    await sweep();
    expect(trailReports()).toMatchObject([{ notice: 'first', calls: [{ actor: { name: 'mallory' } }] }]);
  });
});

describe('what a message says', () => {
  it('does not shorten the darkness when a dark trail is stopped again', async () => {
    settings = { mode: 'notify' };
    await stopAndTell();
    world.now += 20 * MINUTE;
    await stopAndTell();
    expect(trailReports().map(({ dark }) => dark?.from)).toEqual([
      '2026-11-21T09:00:00.000Z',
      '2026-11-21T09:00:00.000Z',
    ]);
  });

  it('still names who did it when the trail is lit again', async () => {
    settings = { mode: 'notify' };
    await stopAndTell();
    world.now += 5 * MINUTE;
    world.trails.set(MAIN, { isLogging: true, startLoggingTime: world.now, stopLoggingTime: NINE });
    await sweep();
    expect(trailReports().at(-1)).toMatchObject({
      notice: 'changed',
      principals: [MALLORY.arn],
      dark: { from: '2026-11-21T09:00:00.000Z', forMs: 5 * MINUTE },
    });
  });

  it('about a call that is not undone does not drown in the one about the restart', async () => {
    world.stop(MAIN);
    await pass(call('StopLogging'), disableRule());
    expect(trailReports().map(({ outcome, calls }) => [outcome, calls[0]?.eventName])).toEqual([
      ['restored', 'StopLogging'],
      ['not-restorable', 'DisableRule'],
    ]);
  });
});

describe('calls that darken nothing', () => {
  const LAB = { ...MAIN, name: 'lab', arn: MAIN.arn.replace('main', 'lab') };

  it('tells a deleted trail, though no trail is left to look at', async () => {
    world.trails.clear();
    await pass(call('DeleteTrail'));
    expect(trailReports()).toMatchObject([{ trail: null, outcome: 'not-restorable', severity: 'critical' }]);
  });

  describe('a deleted trail that nobody approved', () => {
    const lab = (eventName: string, at = world.now) => call(eventName, { at, trailAsRecorded: 'lab' });
    const told = () => trailReports().map(({ calls, severity }) => [calls[0]?.eventName, severity]);

    it('is information when it was created before their eyes and never logged', async () => {
      await pass(lab('CreateTrail'));
      world.now += 3 * MINUTE;
      await pass(lab('DeleteTrail'));
      expect(told()).toEqual([
        ['CreateTrail', 'info'],
        ['DeleteTrail', 'info'],
      ]);
      expect(trailReports()[1]).toMatchObject({ outcome: 'intact', findings: [], dark: null });
    });

    it('is information when its creation and its deletion come together', async () => {
      await pass(lab('DeleteTrail'), lab('CreateTrail'));
      expect(trailReports().map(({ severity }) => severity)).toEqual(['info', 'info']);
    });

    it('is a loss when it was started meanwhile', async () => {
      await pass(lab('CreateTrail'), lab('StartLogging'));
      await pass(lab('DeleteTrail'));
      expect(told()).toContainEqual(['DeleteTrail', 'critical']);
    });

    it('is a loss when it was kept logging, though no event of its start came', async () => {
      world.addLogging(LAB);
      await pass(lab('CreateTrail'));
      await sweep();
      world.trails.delete(LAB);
      await pass(lab('DeleteTrail'));
      expect(told()).toContainEqual(['DeleteTrail', 'critical']);
    });

    it('is a loss when nobody saw it created', async () => {
      await pass(lab('DeleteTrail'));
      expect(told()).toEqual([['DeleteTrail', 'critical']]);
    });

    it('is a loss when another trail of its name was created after it', async () => {
      await pass(lab('CreateTrail', world.now + MINUTE), lab('DeleteTrail'));
      expect(told()).toContainEqual(['DeleteTrail', 'critical']);
    });
  });

  it('tells information under notifyOn all only', async () => {
    settings = { notifyOn: 'tampering' };
    await pass(call('CreateTrail'));
    expect(world.sent).toEqual([]);
    settings = {};
    await pass(call('CreateTrail'));
    expect(world.sent).toHaveLength(1);
  });

  describe('many alike', () => {
    const told = () => trailReports().map(({ notice, times }) => [notice, times]);
    const deleteFile = () => call('DeleteTrail', { at: world.now });

    beforeEach(() => world.trails.clear());

    it('are told at once, and what follows as one message when a quarter of an hour is over', async () => {
      for (let time = 0; time < 7; time++) await pass(deleteFile());
      await sweep();
      expect(told()).toEqual([['first', 1]]);
      world.now += 16 * MINUTE;
      await sweep();
      await sweep();
      expect(told()).toEqual([
        ['first', 1],
        ['digest', 6],
      ]);
      expect(trailReports()[1]?.calls).toHaveLength(6);
    });

    it('are counted once however often an event comes', async () => {
      const again = deleteFile();
      await pass(deleteFile());
      await pass(again);
      await pass(again);
      world.now += 16 * MINUTE;
      await sweep();
      expect(told()).toEqual([
        ['first', 1],
        ['first', 1],
      ]);
    });

    it('are told at once again after a quiet while', async () => {
      await pass(deleteFile());
      world.now += 16 * MINUTE;
      await pass(deleteFile());
      expect(told()).toEqual([
        ['first', 1],
        ['first', 1],
      ]);
    });

    it('wait for nobody else’s: another person is told at once, and so is another part of the guard', async () => {
      await pass(deleteFile());
      await pass(
        call('DeleteTrail', { at: world.now, actor: { ...MALLORY, arn: `${MALLORY.arn}2`, name: 'eve' } }),
      );
      await pass(disableRule('CloudtrailCalls'));
      await pass(disableRule('Findings'));
      expect(trailReports()).toHaveLength(4);
    });

    it('are told once the guard can send again', async () => {
      world.failing.alerts = new Error('SNS is away');
      await pass(deleteFile());
      delete world.failing.alerts;
      world.now += 2 * MINUTE;
      await sweep();
      expect(told()).toEqual([['first', 1]]);
    });
  });

  it('tells a failed restart whatever notifyOn says', async () => {
    settings = { notifyOn: 'restored-or-failed' };
    world.failing.start = new RefusedError('AccessDeniedException', 'no');
    await stopAndTell();
    expect(world.sent).toHaveLength(1);
  });

  it('tells a denied attempt and restores nothing', async () => {
    const error = { code: 'AccessDenied', message: 'no' };
    await pass(call('StopLogging', { error, request: null, trailAsRecorded: null }));
    expect(world.sent).toMatchObject([{ kind: 'attempts', count: 1 }]);
  });

  it('tells one principal’s attempts once an hour, with their number', async () => {
    const error = { code: 'AccessDenied', message: 'no' };
    for (let attempt = 0; attempt < 10; attempt++) await pass(call('StopLogging', { error }));
    world.now += 61 * MINUTE;
    await sweep();
    const attempts = world.sent.filter(({ kind }) => kind === 'attempts');
    expect(attempts).toMatchObject([{ count: 1 }, { count: 9 }]);
  });
});

describe('the first message', () => {
  it('says what is guarded and what is not, once', async () => {
    world.trails.set(SPARE, { isLogging: false });
    await sweep();
    await sweep();
    expect(world.sent).toMatchObject([
      {
        kind: 'coverage',
        trails: [
          { name: 'main', guarded: true },
          { name: 'spare', guarded: false },
        ],
      },
    ]);
  });

  it('says that nothing is guarded in an account without a trail', async () => {
    world.trails.clear();
    await sweep();
    expect(world.sent).toMatchObject([{ kind: 'coverage', trails: [], severity: 'high' }]);
  });
});
