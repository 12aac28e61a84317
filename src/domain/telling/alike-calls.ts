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
  const waiting = previous?.waiting ? merge(previous.waiting, report) : report;
  const remembered = [...(previous?.eventIds ?? []), ...eventIds].slice(-REMEMBERED_EVENTS);
  if (!previous) return { state: { toldAt: now, eventIds: remembered, waiting: null }, due: report };
  return tellWhenDue({ ...previous, eventIds: remembered, waiting: asDigest(waiting) }, now);
}

/** The message that waits, when its time has come. */
export const tellWhenDue = (state: AlikeCalls, now: number): Advanced =>
  state.waiting && now - state.toldAt >= WINDOW_MS
    ? { state: { ...state, toldAt: now, waiting: null }, due: state.waiting }
    : { state, due: null };

/** One entry of the ledger holds it: without the records, and the first calls for all. */
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
  calls: [...before.calls, ...now.calls].slice(0, CALLS_PER_REPORT),
  findings: [...before.findings, ...now.findings].slice(0, CALLS_PER_REPORT),
  securityFindings: [...before.securityFindings, ...now.securityFindings].slice(0, CALLS_PER_REPORT),
});

/** Whether what lay in the ledger can be this. */
export const isAlikeCalls =
  (now: number) =>
  (value: unknown): value is AlikeCalls => {
    const { toldAt, eventIds, waiting } = (value ?? {}) as Record<string, unknown>;
    const isReport = waiting === null || (typeof waiting === 'object' && 'calls' in waiting);
    return typeof toldAt === 'number' && toldAt <= now && Array.isArray(eventIds) && isReport;
  };
