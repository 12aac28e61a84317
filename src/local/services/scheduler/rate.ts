import { validationError } from './scheduler-error.ts';

const unitMs = new Map([
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
]);

/**
 * The interval of `rate(5 minutes)` in milliseconds. One of a unit is written in the singular, as EventBridge's rules want
 * it.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based
 */
export function parseRate(expression: string): number {
  const [, digits = '', unit = ''] = /^rate\(([1-9]\d*) ([a-z]+)\)$/.exec(expression) ?? [];
  const value = Number(digits);
  const ms = unitMs.get(value === 1 ? unit : unit.replace(/s$/, ''));
  if (!ms || (value > 1 && !unit.endsWith('s')))
    throw validationError(`Invalid Schedule Expression ${expression}.`);
  return value * ms;
}
