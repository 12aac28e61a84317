import { expect, test } from 'vitest';
import { isoTime, readableDuration, readableTime } from './time.ts';

test.each([
  [0, 'less than 1 s'],
  [-5, 'less than 1 s'],
  [Number.NaN, 'less than 1 s'],
  [999, 'less than 1 s'],
  [1_000, '1 s'],
  [2_412, '2.4 s'],
  [9_999, '9.9 s'],
  [10_000, '10 s'],
  [265_000, '4 min 25 s'],
  [3_600_000, '1 h'],
  [3_599_999, '59 min 59 s'],
  [101_400_000, '28 h 10 min'],
])('a duration of %i ms reads %s', (ms, text) => {
  expect(readableDuration(ms)).toBe(text);
});

test('a time is told in UTC, to the second', () => {
  expect(readableTime('2026-11-20T21:14:05.999Z')).toBe('2026-11-20 21:14:05 UTC');
  expect(readableTime(Date.parse('2026-11-20T21:14:05Z'))).toBe('2026-11-20 21:14:05 UTC');
});

test('what is no time is shown as text, and fails nothing', () => {
  expect(readableTime('next\nweek')).toBe('next<U+000A>week');
  expect(readableTime(Number.MAX_VALUE)).toBe('1.7976931348623157e+308');
  expect(isoTime(Number.NaN)).toBeNull();
});
