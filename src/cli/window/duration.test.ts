import { expect, test } from 'vitest';
import { parseDuration } from './duration.ts';

test.each([
  ['30m', 30],
  ['1h', 60],
  ['1h30m', 90],
  ['4h', 240],
])('%s is %i minutes', (text, minutes) => {
  expect(parseDuration(text)).toBe(minutes * 60_000);
});

test.each(['', '5h', '4h1m', '0m', '-1h', '1', '1d', '1h ', 'h', '1.5h', '241m'])(
  '%j is refused: no window is open for longer than four hours, or for a time nobody can read',
  (text) => {
    expect(() => parseDuration(text)).toThrow(/four hours at most/);
  },
);
