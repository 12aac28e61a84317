import { asJsonObject, isJsonObject } from '../json.ts';
import type { Impaired } from './impaired.ts';
import { GOOD_READS_TO_CLOSE, type Incident } from './incident.ts';
import { REMIND_EVERY_MS } from './incident-notice.ts';

const MOST_TIMES = 1_000_000;

const isTexts = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string');

const isCount = (value: unknown, most: number) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;

function isImpaired(value: unknown, now: number): value is Impaired {
  const isSince = (since: unknown) =>
    since === null || asJsonObject(since).from === null || isCount(asJsonObject(since).from, now);
  return isJsonObject(value) && isSince(value.off) && isSince(value.weak);
}

/** Whether what lay in the ledger can be an incident: whoever may write there must not silence a trail with it. */
export function isIncident(value: unknown, now: number): value is Incident {
  const {
    id,
    openedAt,
    state,
    times,
    unexplained,
    unexplainedBy,
    eventIds,
    goodReads,
    lastStopAt,
    darkFrom,
    principals,
    techniqueIds,
    waiting,
    told,
    impaired,
  } = (value ?? {}) as Record<string, unknown>;
  const isTold = (value: unknown) => {
    const told = asJsonObject(value);
    const { at, darkSince, reminders, unexplained } = told;
    const counts = [told.times, reminders, unexplained].every((count) => isCount(count, MOST_TIMES));
    const isPossible =
      Number(reminders) <= 2 + (now - Number(darkSince)) / REMIND_EVERY_MS &&
      Number(told.times) <= Number(times);
    return counts && isPossible && isCount(at, now) && isCount(darkSince, now);
  };
  return (
    typeof id === 'string' &&
    ['dark', 'lit', 'closed'].includes(state as string) &&
    isCount(openedAt, now) &&
    [times, unexplained].every((count) => isCount(count, MOST_TIMES)) &&
    isCount(goodReads, GOOD_READS_TO_CLOSE) &&
    [eventIds, principals, techniqueIds, unexplainedBy].every(isTexts) &&
    [lastStopAt, darkFrom].every((time) => time === null || typeof time === 'number') &&
    (told === null || isTold(told)) &&
    isImpaired(impaired, now) &&
    (waiting === null || isJsonObject(waiting))
  );
}
