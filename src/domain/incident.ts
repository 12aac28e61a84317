import type { Notice } from './report.ts';

const MINUTE_MS = 60_000;
/** While a trail stays dark: again after 15 minutes, after 1 hour, then every 4 hours. */
const REMIND_AFTER_MS = [15 * MINUTE_MS, 60 * MINUTE_MS];
const REMIND_EVERY_MS = 240 * MINUTE_MS;
/** While a trail flaps, one digest in this time at most. */
const DIGEST_EVERY_MS = 15 * MINUTE_MS;
/** So many good reads in a row close an incident. */
const GOOD_READS_TO_CLOSE = 2;
const REMEMBERED_EVENTS = 50;
const MOST_TIMES = 1_000_000;
/** More than these are not told one by one: names are cheap to make. */
const PRINCIPALS_TOLD_AT_ONCE = 10;

/** Everything about one trail from its first impairment to two good reads in a row. Times are milliseconds. */
export interface Incident {
  readonly id: string;
  readonly openedAt: number;
  readonly state: 'dark' | 'lit' | 'closed';
  /** Times the trail was impaired. */
  readonly times: number;
  /** Impairments found in the state whose call has not come yet. */
  readonly unexplained: number;
  /** The last calls that were counted, so that a second delivery of one counts nothing. */
  readonly eventIds: readonly string[];
  readonly goodReads: number;
  /** When the present darkness began, or the last one while the trail is lit; null when that is not known. */
  readonly darkFrom: number | null;
  /** AWS's time of the last stop that was counted. */
  readonly lastStopAt: number | null;
  /** Whose calls were told. */
  readonly principals: readonly string[];
  readonly told: {
    readonly at: number;
    readonly state: 'dark' | 'lit';
    readonly times: number;
    /** Of these, impairments that were told without knowing who did it. */
    readonly unexplained: number;
    /** When the present darkness was first told, and how often people were reminded of it. */
    readonly darkSince: number;
    readonly reminders: number;
  } | null;
}

/** What one pass saw of a trail. */
export interface Observation {
  readonly at: number;
  /** It was dark, or a call had darkened it, when this pass came. */
  readonly wasImpaired: boolean;
  /** It is proven to log now. */
  readonly isLit: boolean;
  /** The schedule made us look, not an event: only such reads count as good ones. */
  readonly isSweep: boolean;
  /** Successful calls of this pass that darken a trail, and whose they are. */
  readonly eventIds: readonly string[];
  readonly principals: readonly string[];
  /** When it went dark, as far as this pass saw. */
  readonly darkFrom: number | null;
  /** AWS's time of the stop; null when it was not read. */
  readonly stoppedAt: number | null;
  /** The id of the incident that this pass opens if none is open. */
  readonly newId: string;
}

/** The incident after one pass, and what people must be told now: null when nothing. */
export function advance(
  previous: Incident | undefined,
  seen: Observation,
): { readonly incident: Incident; readonly notice: Notice | null } | undefined {
  const open = previous && previous.state !== 'closed' ? previous : undefined;
  const isNews = seen.eventIds.some((id) => !previous?.eventIds.includes(id));
  if (!open && !isNews && !seen.wasImpaired) return;
  const before = open ?? (isLate(previous, seen) ? previous : opened(seen, previous));
  const counted = count(before, seen);
  const notice = noticeOf(counted, seen);
  return { incident: notice ? afterTelling(counted, seen, notice) : counted, notice };
}

/** The call of an incident that is over: it was told without knowing who did it. */
const isLate = (previous: Incident | undefined, seen: Observation): previous is Incident =>
  previous !== undefined &&
  previous.unexplained > 0 &&
  seen.eventIds.length > 0 &&
  seen.stoppedAt !== null &&
  seen.stoppedAt === previous.lastStopAt;

const opened = (seen: Observation, previous: Incident | undefined): Incident => ({
  id: seen.newId,
  openedAt: seen.at,
  state: 'lit',
  times: 0,
  unexplained: 0,
  eventIds: previous?.eventIds ?? [],
  goodReads: 0,
  darkFrom: null,
  lastStopAt: null,
  principals: [],
  told: null,
});

function count(before: Incident, seen: Observation): Incident {
  const newIds = seen.eventIds.filter((id) => !before.eventIds.includes(id));
  const explained = Math.min(before.unexplained, newIds.length);
  const isCounted = seen.stoppedAt !== null && seen.stoppedAt === before.lastStopAt;
  const isSilentImpairment = newIds.length === 0 && seen.wasImpaired && before.state === 'lit' && !isCounted;
  const unexplained = before.unexplained - explained + (isSilentImpairment ? 1 : 0);
  const times = before.times + newIds.length - explained + (isSilentImpairment ? 1 : 0);
  const isGood = seen.isLit && !seen.wasImpaired && newIds.length === 0;
  const goodReads = isGood ? before.goodReads + (seen.isSweep ? 1 : 0) : 0;
  const lit = goodReads >= GOOD_READS_TO_CLOSE ? 'closed' : 'lit';
  return {
    ...before,
    state: seen.isLit ? lit : 'dark',
    times,
    unexplained,
    goodReads,
    // A second stop of a dark trail does not shorten the time it has been dark.
    darkFrom:
      before.state === 'dark' ? (before.darkFrom ?? seen.darkFrom) : (seen.darkFrom ?? before.darkFrom),
    lastStopAt: seen.stoppedAt ?? before.lastStopAt,
    eventIds: [...before.eventIds, ...newIds].slice(-REMEMBERED_EVENTS),
  };
}

function noticeOf(now: Incident, seen: Observation): Notice | null {
  const { told } = now;
  if (!told) return 'first';
  if (told.state !== (seen.isLit ? 'lit' : 'dark')) return 'changed';
  if (now.unexplained < told.unexplained) return 'actor-found';
  const isSomebodyNew = seen.principals.some((principal) => !now.principals.includes(principal));
  if (isSomebodyNew && now.principals.length < PRINCIPALS_TOLD_AT_ONCE) return 'digest';
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

function afterTelling(incident: Incident, seen: Observation, notice: Notice): Incident {
  const state = seen.isLit ? 'lit' : 'dark';
  const { told } = incident;
  const goesOn = told?.state === state;
  return {
    ...incident,
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

const isCount = (value: unknown, most: number) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;

/** Whether what lay in the ledger can be an incident: whoever may write there must not silence a trail with it. */
export function isIncident(value: unknown, now: number): value is Incident {
  const {
    id,
    openedAt,
    state,
    times,
    unexplained,
    eventIds,
    goodReads,
    lastStopAt,
    darkFrom,
    principals,
    told,
  } = (value ?? {}) as Record<string, unknown>;
  const isTold = (told: unknown) => {
    const { at, times, darkSince, reminders, unexplained } = (told ?? {}) as Record<string, unknown>;
    const counts = [times, reminders, unexplained].every((count) => isCount(count, MOST_TIMES));
    return counts && isCount(at, now) && isCount(darkSince, now);
  };
  return (
    typeof id === 'string' &&
    ['dark', 'lit', 'closed'].includes(state as string) &&
    isCount(openedAt, now) &&
    [times, unexplained].every((count) => isCount(count, MOST_TIMES)) &&
    isCount(goodReads, GOOD_READS_TO_CLOSE) &&
    [eventIds, principals].every(Array.isArray) &&
    [lastStopAt, darkFrom].every((time) => time === null || typeof time === 'number') &&
    (told === null || isTold(told))
  );
}
