import { unsupported } from '../../endpoint/unsupported.ts';
import { validationError } from './scheduler-error.ts';

type Field = ReadonlySet<number>;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const LAST_YEAR = 2199;
const DAY_MS = 86_400_000;

/**
 * Reads minutes, hours, day of the month, month, day of the week and year, in UTC. One of the two kinds of day is `?`.
 * @returns the next time after another; undefined when there is none any more
 * @throws ServiceError `ValidationException`; by name for `L`, `W` and `#`
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
 */
export function parseCron(text: string): (after: number) => number | undefined {
  const parts = text.trim().split(/\s+/);
  const [minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = parts;
  if (/[LW#]/.test(day + weekday.replace(/[A-Z]{3}/gi, ''))) throw unsupported(`the cron expression ${text}`);
  if (parts.length !== 6 || (day === '?') === (weekday === '?')) throw invalid(text);
  const minutes = fieldOf(minute, 0, 59, text);
  const hours = fieldOf(hour, 0, 23, text);
  const isDay = dayTest({
    days: fieldOf(day, 1, 31, text),
    months: fieldOf(withNumbers(month, MONTHS), 1, 12, text),
    weekdays: fieldOf(withNumbers(weekday, DAYS), 1, 7, text),
    years: fieldOf(year, 1970, LAST_YEAR, text),
  });
  return (after) => nextAfter(after, isDay, timesOfDay(hours, minutes));
}

interface DayFields {
  readonly days: Field;
  readonly months: Field;
  readonly weekdays: Field;
  readonly years: Field;
}

const dayTest =
  ({ days, months, weekdays, years }: DayFields) =>
  (date: Date): boolean =>
    years.has(date.getUTCFullYear()) &&
    months.has(date.getUTCMonth() + 1) &&
    days.has(date.getUTCDate()) &&
    weekdays.has(date.getUTCDay() + 1);

/** Milliseconds since midnight, in order. */
const timesOfDay = (hours: Field, minutes: Field): readonly number[] =>
  [...hours]
    .flatMap((hour) => [...minutes].map((minute) => (hour * 60 + minute) * 60_000))
    .sort((a, b) => a - b);

function nextAfter(
  after: number,
  isDay: (date: Date) => boolean,
  times: readonly number[],
): number | undefined {
  const last = Date.UTC(LAST_YEAR + 1, 0, 1);
  for (let midnight = after - (after % DAY_MS); midnight < last; midnight += DAY_MS) {
    if (!isDay(new Date(midnight))) continue;
    const time = times.find((candidate) => midnight + candidate > after);
    if (time !== undefined) return midnight + time;
  }
  return undefined;
}

/** `*`, `?`, `5`, `1-5`, `0/15`, and lists of them. */
function fieldOf(text: string, min: number, max: number, whole: string): Field {
  return new Set(text.split(',').flatMap((part) => valuesOf(part, min, max, whole)));
}

function valuesOf(part: string, min: number, max: number, whole: string): readonly number[] {
  const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
  const isAll = range === '*' || range === '?';
  const start = isAll ? min : Number(from);
  const end = isAll || (step !== undefined && to === undefined) ? max : Number(to ?? from);
  const by = Number(step ?? 1);
  if (Number.isNaN(start) || start < min || end > max || start > end || by < 1) throw invalid(whole);
  return Array.from({ length: Math.floor((end - start) / by) + 1 }, (_, i) => start + i * by);
}

const withNumbers = (text: string, names: readonly string[]) =>
  text.replace(/[A-Z]{3}/gi, (name) => {
    const index = names.indexOf(name.toUpperCase());
    return index < 0 ? name : String(index + 1);
  });

const invalid = (text: string) => validationError(`Invalid Schedule Expression cron(${text}).`);
