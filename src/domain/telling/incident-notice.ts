import type { Observation } from './advance.ts';
import type { Incident } from './incident.ts';
import type { Notice } from './report.ts';

const MINUTE_MS = 60_000;
/** While a trail stays dark: again after 15 minutes, after 1 hour, then every 4 hours. */
const REMIND_AFTER_MS = [15 * MINUTE_MS, 60 * MINUTE_MS];
export const REMIND_EVERY_MS = 240 * MINUTE_MS;
/** While a trail flaps, one digest in this time at most. */
const DIGEST_EVERY_MS = 15 * MINUTE_MS;
/** More than these are not told one by one: names are cheap to make. */
const PRINCIPALS_TOLD_AT_ONCE = 10;
/** Another way to impair the trail is told at once, too; not more of them than these. */
const TECHNIQUES_TOLD_AT_ONCE = 10;

/** What people must be told now; null when nothing. */
export function noticeOf(now: Incident, seen: Observation): Notice | null {
  const { told } = now;
  if (!told) return seen.mayWait ? null : 'first';
  if (told.state !== (seen.isLit ? 'lit' : 'dark')) return 'changed';
  if (seen.mayWait) return null;
  if (now.waiting) return 'digest';
  if (now.unexplained < told.unexplained) return 'actor-found';
  const isSomebodyNew = seen.principals.some((principal) => !now.principals.includes(principal));
  if (isSomebodyNew && now.principals.length < PRINCIPALS_TOLD_AT_ONCE) return 'digest';
  const isSomethingNew = seen.techniqueIds.some((id) => !now.techniqueIds.includes(id));
  if (isSomethingNew && now.techniqueIds.length < TECHNIQUES_TOLD_AT_ONCE) return 'digest';
  if (!seen.isLit) return seen.at >= nextReminderAt(told) ? 'reminder' : null;
  const isUntold = now.times > told.times;
  const isDue = now.state === 'closed' || seen.at - told.at >= DIGEST_EVERY_MS;
  return isUntold && isDue ? 'digest' : null;
}

function nextReminderAt({ darkSince, reminders }: NonNullable<Incident['told']>): number {
  const [first = 0, second = 0] = REMIND_AFTER_MS;
  if (reminders < 2) return darkSince + (reminders === 0 ? first : second);
  return darkSince + second + (reminders - 1) * REMIND_EVERY_MS;
}

/** The incident, once that is told. */
export function afterTelling(incident: Incident, seen: Observation, notice: Notice): Incident {
  const state = seen.isLit ? 'lit' : 'dark';
  const { told } = incident;
  const goesOn = told?.state === state;
  return {
    ...incident,
    waiting: null,
    techniqueIds: [...new Set([...incident.techniqueIds, ...seen.techniqueIds])].slice(
      0,
      TECHNIQUES_TOLD_AT_ONCE,
    ),
    principals: [...new Set([...incident.principals, ...seen.principals])].slice(0, PRINCIPALS_TOLD_AT_ONCE),
    told: {
      at: seen.at,
      state,
      times: incident.times,
      unexplained: incident.unexplained,
      darkSince: goesOn ? told.darkSince : seen.at,
      reminders: goesOn ? told.reminders + (notice === 'reminder' ? 1 : 0) : 0,
    },
  };
}
