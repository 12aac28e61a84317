import { type Impaired, NOT_IMPAIRED } from './impaired.ts';
import { GOOD_READS_TO_CLOSE, type Incident } from './incident.ts';
import { afterTelling, noticeOf } from './incident-notice.ts';
import type { Notice } from './report.ts';

const REMEMBERED_EVENTS = 50;

/** What one pass saw of a trail. */
export interface Observation {
  readonly at: number;
  /** When the state was read by which it looked impaired. */
  readonly seenAt: number;
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

/** Two runs at once see one impairment: what was read before the other told of it as put back is no other one. */
const isOfOtherRun = ({ told }: Incident, { seenAt }: Observation): boolean =>
  told?.state === 'lit' && seenAt <= told.at;

function count(before: Incident, seen: Observation): Incident {
  const newIds = seen.eventIds.filter((id) => !before.eventIds.includes(id));
  const explained = Math.min(before.unexplained, newIds.length);
  const isCounted = seen.stoppedAt !== null && seen.stoppedAt === before.lastStopAt;
  const isSilentImpairment =
    newIds.length === 0 &&
    seen.wasImpaired &&
    before.state === 'lit' &&
    !isCounted &&
    !isOfOtherRun(before, seen);
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
