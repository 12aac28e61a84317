import type { Finding } from '../finding.ts';
import type { Parts } from '../parts.ts';
import type { Ports } from '../ports.ts';
import type { Trail } from '../trail.ts';
import type { Incident } from './incident.ts';
import type { Dark, Gap, ReportedTrail, TrailReport } from './report.ts';

/** The version of this document. It moves when a field changes its meaning or goes. */
export const EPISODE_SCHEMA = 'trailkeeper.incident/1' as const;

/** All that is known of one incident, kept after it is over. Times are ISO 8601. */
export interface Episode {
  readonly schema: typeof EPISODE_SCHEMA;
  readonly id: string;
  readonly trail: ReportedTrail;
  readonly openedAt: string;
  /** Null while it goes on. */
  readonly closedAt: string | null;
  readonly state: Incident['state'];
  /** Times the trail was impaired. */
  readonly times: number;
  readonly principals: readonly string[];
  readonly techniques: readonly Pick<Finding, 'techniqueId' | 'severity' | 'done'>[];
  /** Intervals in which nothing was recorded, the oldest first. */
  readonly dark: readonly Dark[];
  /** Intervals in which less was recorded than must be. */
  readonly weakened: readonly Dark[];
  /** The messages about it, without the records of the calls: the first and the last ones. */
  readonly reports: readonly TrailReport[];
  /** The parts of the trail that were weaker, as they were found last. */
  readonly found: Parts;
  /** What happened in the dark; null until event history was read. */
  readonly gap: Gap | null;
}

/** The table's items are at most 400 KB. */
const KEPT_REPORTS = 8;
const KEPT_INTERVALS = 50;

interface Seen {
  readonly trail: Trail;
  readonly incident: Incident;
  readonly found: Parts;
  /** Intervals that the pass saw, whether or not it is told. */
  readonly dark: Dark | null;
  readonly weakened: Dark | null;
}

/** Writes down how an incident stands. What cannot be written is lost: nothing waits for it. */
export async function keepEpisode(
  seen: Seen,
  report: TrailReport | null,
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
): Promise<void> {
  const { id } = seen.incident;
  const before = await ledger.load<Episode>('episode', id);
  const episode = advanceEpisode(before?.value, seen, report, clock.now());
  await ledger.save('episode', id, episode, before?.version ?? 0);
}

function advanceEpisode(
  before: Episode | undefined,
  { trail: { name, arn, homeRegion }, incident, found, ...seen }: Seen,
  report: TrailReport | null,
  now: number,
): Episode {
  const { id, openedAt, state, times, principals } = incident;
  const { techniques = [], dark = [], weakened = [], reports = [], gap = null } = before ?? {};
  return {
    schema: EPISODE_SCHEMA,
    id,
    trail: { name, arn, homeRegion },
    openedAt: new Date(openedAt).toISOString(),
    closedAt: state === 'closed' ? (before?.closedAt ?? new Date(now).toISOString()) : null,
    state,
    times,
    principals,
    techniques: report ? mergeTechniques(techniques, report.findings) : techniques,
    dark: mergeInterval(dark, seen.dark),
    weakened: mergeInterval(weakened, seen.weakened),
    reports: report ? keepEnds([...reports, withoutRecords(report)]) : reports,
    found: { ...before?.found, ...found },
    gap,
  };
}

const mergeTechniques = (known: Episode['techniques'], findings: readonly Finding[]) => [
  ...new Map(
    [...known, ...findings].map(({ techniqueId, severity, done }) => [
      techniqueId,
      { techniqueId, severity, done },
    ]),
  ).values(),
];

/** An interval that was told before goes on, or ends. */
const mergeInterval = (known: readonly Dark[], interval: Dark | null): readonly Dark[] =>
  interval ? [...known.filter(({ from }) => from !== interval.from), interval].slice(-KEPT_INTERVALS) : known;

const keepEnds = (reports: readonly TrailReport[]): readonly TrailReport[] =>
  reports.length <= KEPT_REPORTS ? reports : [...reports.slice(0, 1), ...reports.slice(1 - KEPT_REPORTS)];

const withoutRecords = (report: TrailReport): TrailReport => ({
  ...report,
  calls: report.calls.map((call) => ({ ...call, record: {} })),
});
