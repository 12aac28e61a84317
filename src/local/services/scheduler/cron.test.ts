import { expect, test } from 'vitest';
import { parseCron } from './cron.ts';

// A Thursday.
const NEW_YEAR = Date.UTC(2026, 0, 1);
const timeOf = (at: number | undefined) => at && `${new Date(at).toISOString().slice(0, 16)}`;

test.each([
  ['30 3 * * ? *', ['2026-01-01T03:30', '2026-01-02T03:30']],
  ['0/30 23 1 * ? *', ['2026-01-01T23:00', '2026-01-01T23:30']],
  ['0 12 ? * MON-TUE *', ['2026-01-05T12:00', '2026-01-06T12:00']],
  ['0 0 1 FEB,3 ? 2026', ['2026-02-01T00:00', '2026-03-01T00:00']],
  ['0 8-9 29 2 ? *', ['2028-02-29T08:00', '2028-02-29T09:00']],
  ['0 0 1 1 ? 2026', [undefined, undefined]],
])('the times of %s are %j', (expression, expected) => {
  const next = parseCron(expression);
  const first = next(NEW_YEAR);
  const second = first === undefined ? undefined : next(first);
  expect([timeOf(first), timeOf(second)]).toEqual(expected);
});

test.each([
  '0 8 * * ?',
  '0 8 1 * 2 *',
  '0 8 ? * ? *',
  '0 24 * * ? *',
  '60 0 * * ? *',
  '5-1 0 * * ? *',
  'x 0 * * ? *',
])('%s is no cron expression', (expression) => {
  expect(() => parseCron(expression)).toThrow('Invalid Schedule Expression');
});

test.each(['0 8 L * ? *', '0 8 ? * 2#1 *', '0 8 1W * ? *'])('%s is refused by name', (expression) => {
  expect(() => parseCron(expression)).toThrow('does not serve');
});
