import { asJsonObject, isJsonObject } from '../json.ts';
import { type Impaired, NOT_IMPAIRED } from './impaired.ts';
import type { Notice, TrailReport } from './report.ts';

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
/** Another way to impair the trail is told at once, too; not more of them than these. */
const TECHNIQUES_TOLD_AT_ONCE = 10;

/**
 * Everything about one trail from its first impairment to two good reads in a row. `dark` is a trail that is impaired in any way,
 * `lit` one that is as it must be. Times are milliseconds.
 */
export interface Incident {
  readonly id: string;
  readonly openedAt: number;
  readonly state: 'dark' | 'lit' | 'closed';
  /** What impaired it last: nothing was recorded. */
  readonly wasDark: boolean;
  /** What the trail lacks at present, and since when. */
  readonly impaired: Impaired;
  /** Times the trail was impaired. */
  readonly times: number;
  /** Impairments found in the state whose call has not come yet. */
  readonly unexplained: number;
  /** Ids of the techniques of these. */
  readonly unexplainedBy: readonly string[];
  /** The last calls that were counted, so that a second delivery of one counts nothing. */
  readonly eventIds: readonly string[];
  readonly goodReads: number;
  /** When the present darkness began, or the last one while the trail is lit; null when that is not known. */
  readonly darkFrom: number | null;
  /** AWS's time of the last stop that was counted. */
  readonly lastStopAt: number | null;
  /** The message about it, while it waits for the event that says who it was; null when none waits. */
  readonly waiting: TrailReport | null;
  /** Whose calls were told. */
  readonly principals: readonly string[];
  /** Ids of the techniques that were told. */
  readonly techniqueIds: readonly string[];
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
  /** Nothing was recorded. */
  readonly wasDark: boolean;
  /** It lacked something else. */
  readonly wasWeakened: boolean;
  /** What it still lacks. */
  readonly impaired: Impaired;
  /** It is proven to be as it must be now. */
  readonly isLit: boolean;
  /** It is over, nobody knows who it was, and an event of it may be on its way: then the next pass tells it. */
  readonly mayWait: boolean;
  /** The schedule made us look, not an event: only such reads count as good ones. */
  readonly isSweep: boolean;
  /** Successful calls of this pass that darken a trail, and whose they are. */
  readonly eventIds: readonly string[];
  readonly principals: readonly string[];
  /** Ids of the techniques that the state shows, and no call. */
  readonly unexplainedBy: readonly string[];
  /** Ids of the techniques that this pass saw, by call or in the state. */
  readonly techniqueIds: readonly string[];
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
  wasDark: false,
  impaired: NOT_IMPAIRED,
  times: 0,
  unexplained: 0,
  unexplainedBy: [],
  eventIds: previous?.eventIds ?? [],
  goodReads: 0,
  darkFrom: null,
  lastStopAt: null,
  waiting: null,
  principals: [],
  techniqueIds: [],
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
    wasDark: seen.wasDark || (before.wasDark && !seen.wasWeakened),
    impaired: seen.impaired,
    times,
    unexplained,
    unexplainedBy: unexplained > 0 ? [...new Set([...before.unexplainedBy, ...seen.unexplainedBy])] : [],
    goodReads,
    // A second stop of a dark trail does not shorten the time it has been dark.
    darkFrom:
      before.state === 'dark'
        ? (before.darkFrom ?? seen.darkFrom)
        : (seen.darkFrom ?? (seen.wasImpaired ? null : before.darkFrom)),
    lastStopAt: seen.stoppedAt ?? before.lastStopAt,
    eventIds: [...before.eventIds, ...newIds].slice(-REMEMBERED_EVENTS),
  };
}

function noticeOf(now: Incident, seen: Observation): Notice | null {
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

function afterTelling(incident: Incident, seen: Observation, notice: Notice): Incident {
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
