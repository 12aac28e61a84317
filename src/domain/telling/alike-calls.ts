import { asJsonObject, isJsonObject, type JsonObject } from '../json.ts';
import type { TrailReport } from './report.ts';

/** The first call of a kind is told at once; those that follow within this time, as one message. */
const WINDOW_MS = 15 * 60_000;
const REMEMBERED_EVENTS = 50;
const CALLS_PER_REPORT = 10;

/** What one principal did again and again to one trail. */
export interface AlikeCalls {
  /** When it was told last, in milliseconds since the epoch. */
  readonly toldAt: number;
  /** The last calls that were counted, so that a second delivery of one counts nothing. */
  readonly eventIds: readonly string[];
  /** The message about the calls since then; null when there were none. */
  readonly waiting: TrailReport | null;
}

interface Advanced {
  readonly state: AlikeCalls;
  /** What people must be told now. */
  readonly due: TrailReport | null;
}

/** @param report about calls that were not counted before */
export function addAlike(
  previous: AlikeCalls | undefined,
  report: TrailReport,
  eventIds: readonly string[],
  now: number,
): Advanced {
  const waiting = previous?.waiting ? merge(previous.waiting, report) : null;
  const remembered = [...(previous?.eventIds ?? []), ...eventIds].slice(-REMEMBERED_EVENTS);
  const isQuiet = !previous || (!waiting && isOver(previous, now));
  if (isQuiet) return { state: { toldAt: now, eventIds: remembered, waiting: null }, due: report };
  return tellWhenDue({ ...previous, eventIds: remembered, waiting: asDigest(waiting ?? report) }, now);
}

/** The message that waits, when its time has come. */
export const tellWhenDue = (state: AlikeCalls, now: number): Advanced =>
  state.waiting && isOver(state, now)
    ? { state: { ...state, toldAt: now, waiting: null }, due: state.waiting }
    : { state, due: null };

const isOver = ({ toldAt }: AlikeCalls, now: number): boolean => now - toldAt >= WINDOW_MS;

/** One entry of the ledger holds it: without the records, and the first and the last calls for all. */
const asDigest = (report: TrailReport): TrailReport => ({
  ...report,
  notice: report.times > 1 ? 'digest' : report.notice,
  shortened: 'records-left-out',
  calls: report.calls.map((call) => ({ ...call, record: {} })),
});

const merge = (before: TrailReport, now: TrailReport): TrailReport => ({
  ...now,
  incidentId: before.incidentId,
  times: before.times + now.times,
  calls: keepEnds([...before.calls, ...now.calls]),
  findings: keepEnds([...before.findings, ...now.findings]),
  securityFindings: keepEnds([...before.securityFindings, ...now.securityFindings]),
});

/** Ten harmless ones do not hide the one that comes after them. */
const keepEnds = <Item>(items: readonly Item[]): readonly Item[] =>
  items.length <= CALLS_PER_REPORT
    ? items
    : [...items.slice(0, CALLS_PER_REPORT / 2), ...items.slice(-CALLS_PER_REPORT / 2)];

/** Whether what lay in the ledger can be this: whoever may write there must not silence calls with it. */
export const isAlikeCalls =
  (now: number) =>
  (value: unknown): value is AlikeCalls => {
    const { toldAt, eventIds, waiting } = asJsonObject(value);
    const isReport = waiting === null || isMergeable(asJsonObject(waiting));
    return typeof toldAt === 'number' && toldAt <= now && Array.isArray(eventIds) && isReport;
  };

const isMergeable = ({ kind, times, calls, findings, securityFindings }: JsonObject): boolean =>
  kind === 'trail' &&
  typeof times === 'number' &&
  [calls, findings, securityFindings].every((list) => Array.isArray(list) && list.every(isJsonObject));
