import { describe, expect, it } from 'vitest';
import type { AwsCall } from './call-aws.ts';
import { paceCloudTrail } from './pace-cloudtrail.ts';
import { Pacer } from './pacer.ts';

/** A clock that stands still until all that can go on has gone on; then it is the time at which the first sleeper wakes. */
function sleepingClock() {
  let now = 0;
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  const wakeNext = () => {
    sleepers.sort((one, other) => one.until - other.until);
    const next = sleepers.shift();
    now = Math.max(now, next?.until ?? 0);
    next?.wake();
  };
  return {
    now: () => now,
    sleep: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ until: now + ms, wake });
        setImmediate(wakeNext);
      }),
  };
}

describe('turns', () => {
  it('are given at once while the quota has room, and never more in any such time', async () => {
    const clock = sleepingClock();
    const pacer = new Pacer({ limits: [{ atMost: 3, withinMs: 1_000 }], clock });
    const given = await Promise.all(Array.from({ length: 8 }, () => pacer.turn().then(clock.now)));
    expect(given).toEqual([0, 0, 0, 1_000, 1_000, 1_000, 2_000, 2_000]);
  });

  it('are given to urgent ones first, otherwise in the order they came', async () => {
    const clock = sleepingClock();
    const pacer = new Pacer({ limits: [{ atMost: 1, withinMs: 1_000 }], clock });
    const order: string[] = [];
    const turn = (name: string, isUrgent = false) => pacer.turn(isUrgent).then(() => order.push(name));
    await Promise.all([turn('first'), turn('second'), turn('urgent', true), turn('third')]);
    expect(order).toEqual(['urgent', 'first', 'second', 'third']);
  });

  it('wait for no clock that was set back', async () => {
    const clock = { at: 600_000, now: () => clock.at, sleep: () => Promise.reject(new Error('it waits')) };
    const pacer = new Pacer({ limits: [{ atMost: 1, withinMs: 1_000 }], clock });
    await pacer.turn();
    clock.at = 0;
    await pacer.turn();
  });

  it('are given at once again after a pause', async () => {
    const clock = sleepingClock();
    const pacer = new Pacer({ limits: [{ atMost: 1, withinMs: 1_000 }], clock });
    await pacer.turn();
    await clock.sleep(1_500);
    await pacer.turn();
    expect(clock.now()).toBe(1_500);
  });
});

describe('calls of CloudTrail', () => {
  const times = async (...calls: readonly (readonly [AwsCall['service'], string, region?: string])[]) => {
    const clock = sleepingClock();
    const sent: string[] = [];
    const awaitTurn = paceCloudTrail(clock);
    await Promise.all(
      calls.map(async ([service, operation, region = 'a']) => {
        await awaitTurn({ service, operation, region, input: {} });
        sent.push(`${operation} ${clock.now()}`);
      }),
    );
    return sent;
  };

  it('are one write in more than a second, and a restart before all others that wait', async () =>
    expect(
      await times(
        ['cloudtrail', 'UpdateTrail'],
        ['cloudtrail', 'PutEventSelectors'],
        ['cloudtrail', 'StartLogging'],
      ),
    ).toEqual(['StartLogging 0', 'UpdateTrail 1050', 'PutEventSelectors 2100']));

  it('are at most nine reads in a second, also when the network brings them closer together', async () => {
    const reads = await times(...Array.from({ length: 30 }, () => ['cloudtrail', 'GetTrail'] as const));
    const at = reads.map((read) => Number(read.split(' ')[1]));
    for (const from of at) {
      expect(at.filter((time) => time >= from && time < from + 1_200).length).toBeLessThanOrEqual(9);
    }
  });

  it('are at most nine reads in a second, those counted that wait for no others', async () => {
    const reads = await times(
      ...Array.from({ length: 30 }, () => ['cloudtrail', 'GetTrail'] as const),
      ...Array.from({ length: 20 }, () => ['cloudtrail', 'GetTrailStatus'] as const),
    );
    const at = reads.map((read) => Number(read.split(' ')[1]));
    for (const from of at) {
      expect(at.filter((time) => time >= from && time < from + 1_200).length).toBeLessThanOrEqual(9);
    }
    expect(at.at(-1)).toBeGreaterThan(0);
  });

  it('that a proof needs are made at once, and the others give way', async () => {
    const clock = sleepingClock();
    const awaitTurn = paceCloudTrail(clock);
    const read = (operation: string) =>
      awaitTurn({ service: 'cloudtrail', operation, region: 'a', input: {} }).then(clock.now);
    const others = Array.from({ length: 30 }, () => read('GetTrail'));
    for (const waitMs of [0, 450, 1_300]) {
      await clock.sleep(waitMs);
      const asked = clock.now();
      expect(await read('GetTrailStatus')).toBe(asked);
    }
    await Promise.all(others);
  });

  it('are less than two look-ups a second, which take nothing from the reads', async () =>
    expect(
      await times(['cloudtrail', 'LookupEvents'], ['cloudtrail', 'LookupEvents'], ['cloudtrail', 'GetTrail']),
    ).toEqual(['LookupEvents 0', 'GetTrail 0', 'LookupEvents 600']));

  it('wait for others in their Region only', async () =>
    expect(await times(['cloudtrail', 'UpdateTrail', 'a'], ['cloudtrail', 'UpdateTrail', 'b'])).toEqual([
      'UpdateTrail 0',
      'UpdateTrail 0',
    ]));

  it('are the only ones that wait', async () =>
    expect(await times(['s3', 'PutBucketPolicy'], ['s3', 'PutBucketPolicy'])).toEqual([
      'PutBucketPolicy 0',
      'PutBucketPolicy 0',
    ]));
});
