import { describe, expect, test } from 'vitest';
import { ManualClock } from './manual-clock.ts';

describe('a clock turned by hand', () => {
  test('fires timers in the order of their time, and those of one time in the order they were set', async () => {
    const clock = new ManualClock(0);
    const fired: string[] = [];
    clock.after(20, () => fired.push('late'));
    clock.after(10, () => fired.push('first'));
    clock.after(10, () => fired.push('second'));
    await clock.advance(20);
    expect(fired).toEqual(['first', 'second', 'late']);
  });

  test('shows each timer the time it was set for', async () => {
    const clock = new ManualClock(0);
    const seen: number[] = [];
    clock.after(5, () => seen.push(clock.now()));
    await clock.advance(60);
    expect([...seen, clock.now()]).toEqual([5, 60]);
  });

  test('fires a timer that a promise sets on the way', async () => {
    const clock = new ManualClock(0);
    const seen: number[] = [];
    clock.after(5, () => Promise.resolve().then(() => clock.after(5, () => seen.push(clock.now()))));
    await clock.advance(10);
    expect(seen).toEqual([10]);
  });

  test('never fires a cancelled timer', async () => {
    const clock = new ManualClock(0);
    clock.after(5, () => expect.unreachable())();
    await clock.advance(10);
  });
});
