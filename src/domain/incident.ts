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
  /** Successful calls of this pass that darken a trail. */
  readonly eventIds: readonly string[];
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
  const before = open ?? opened(seen, previous);
  const counted = count(before, seen);
  const notice = noticeOf(counted, seen);
  return { incident: notice ? afterTelling(counted, seen) : counted, notice };
}

const opened = (seen: Observation, previous: Incident | undefined): Incident => ({
  id: seen.newId,
  openedAt: seen.at,
  state: 'lit',
  times: 0,
  unexplained: 0,
  eventIds: previous?.eventIds ?? [],
  goodReads: 0,
  told: null,
});

function count(before: Incident, seen: Observation): Incident {
  const newIds = seen.eventIds.filter((id) => !before.eventIds.includes(id));
  const explained = Math.min(before.unexplained, newIds.length);
  const isSilentImpairment = newIds.length === 0 && seen.wasImpaired && before.state === 'lit';
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
    eventIds: [...before.eventIds, ...newIds].slice(-REMEMBERED_EVENTS),
  };
}

function noticeOf(now: Incident, seen: Observation): Notice | null {
  const { told } = now;
  if (!told) return 'first';
  if (told.state !== (seen.isLit ? 'lit' : 'dark')) return 'changed';
  if (now.unexplained < told.unexplained) return 'actor-found';
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

function afterTelling(incident: Incident, seen: Observation): Incident {
  const state = seen.isLit ? 'lit' : 'dark';
  const { told } = incident;
  const goesOn = told?.state === state;
  return {
    ...incident,
    told: {
      at: seen.at,
      state,
      times: incident.times,
      unexplained: incident.unexplained,
      darkSince: goesOn ? told.darkSince : seen.at,
      reminders: goesOn ? told.reminders + 1 : 0,
    },
  };
}
