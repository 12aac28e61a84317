import { unsupported } from '../../endpoint/unsupported.ts';
import { parseCron } from './cron.ts';
import { parseRate } from './rate.ts';
import { validationError } from './scheduler-error.ts';

/** When a schedule runs, in milliseconds since the epoch. */
export interface Timing {
  /** The first time that is not before `now`; undefined when it never comes. */
  readonly first: (now: number) => number | undefined;
  /** The time after one at which it ran. */
  readonly next: (after: number) => number | undefined;
}

/**
 * Reads `rate(5 minutes)`, `cron(0 3 * * ? *)` or `at(2030-01-31T12:00:00)`. A rate without a start begins at once.
 * @throws ServiceError `ValidationException`; by name for other time zones than UTC, where they matter
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function parseExpression(expression: string, timezone: string): Timing {
  if (expression.startsWith('rate(')) return everyMs(parseRate(expression));
  const time = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(expression)?.[1];
  const at = time === undefined ? Number.NaN : Date.parse(`${time}Z`);
  const cron = /^cron\((.+)\)$/.exec(expression)?.[1];
  if (Number.isNaN(at) && cron === undefined)
    throw validationError(`Invalid Schedule Expression ${expression}.`);
  if (timezone !== 'UTC') throw unsupported(`the time zone ${timezone} of a schedule`);
  if (cron === undefined) return { first: (now) => (at >= now ? at : undefined), next: () => undefined };
  const nextMatch = parseCron(cron);
  return { first: (now) => nextMatch(now - 1), next: nextMatch };
}

const everyMs = (ms: number): Timing => ({ first: (now) => now, next: (after) => after + ms });
