import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from './clock.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is set for longer than a timer can run waits all the same', () => {
  const run = vi.fn();
  systemClock.after(30 * DAY_MS, run);
  vi.advanceTimersByTime(30 * DAY_MS - 1);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
});

test('what is cancelled on the way never runs', () => {
  const run = vi.fn();
  const cancel = systemClock.after(30 * DAY_MS, run);
  vi.advanceTimersByTime(29 * DAY_MS);
  cancel();
  vi.advanceTimersByTime(30 * DAY_MS);
  expect(run).not.toHaveBeenCalled();
});
