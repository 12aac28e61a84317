import type { Guard } from '../../domain/guard.ts';
import type { Episode } from '../../domain/telling/episode.ts';
import { readGap } from '../../domain/telling/gap.ts';
import { type GapRegions, gapRegionsOf, unrecordedOf } from '../../domain/telling/gap-regions.ts';
import type { Gap } from '../../domain/telling/report.ts';
import { readableTime } from '../../render/time.ts';
import { EXIT, NotDoneError } from '../exit-codes.ts';
import { labelled } from '../layout.ts';
import { type Live, liveJson } from '../live/connect.ts';
import { makeLiveGuard } from '../live-guard.ts';
import { printable } from '../printable.ts';
import { pc, say, sayJson, tellProgress } from '../terminal.ts';
import { gapCsv } from './gap-csv.ts';
import { gapLines } from './incident-lines.ts';
import { type DarkRecords, readDark } from './read-dark.ts';
import type { ShowFlags } from './show.ts';

/** What `incidents show --gap` prints as JSON. */
export interface GapDocument extends ReturnType<typeof liveJson> {
  readonly schema: 'trailkeeper.gap/1';
  readonly incident: string;
  /** Nothing was recorded; else less than must be. */
  readonly isDark: boolean;
  readonly trail: Episode['trail'];
  readonly intervals: Episode['dark'];
  readonly regions: readonly string[];
  /** There are more records than were read. */
  readonly isCut: boolean;
  readonly summary: Gap;
  readonly records: DarkRecords['records'];
}

/** Reads event history of an incident's dark intervals, or of those in which it was weaker, and prints it. @returns the exit code */
export async function sayGap(episode: Episode, live: Live, flags: ShowFlags): Promise<number> {
  const document = await readGapDocument(episode, live, flags);
  if (flags.output === 'json') sayJson(document);
  else if (flags.output === 'csv') process.stdout.write(gapCsv(document.records));
  else for (const line of linesOf(document)) say(line);
  return EXIT.good;
}

export async function readGapDocument(
  episode: Episode,
  live: Live,
  { regions: chosen = [], atMost }: Pick<ShowFlags, 'regions' | 'atMost'>,
): Promise<GapDocument> {
  const { id, trail, dark, weakened } = episode;
  // A trail that only records less leaves a gap, too.
  const intervals = dark.length > 0 ? dark : weakened;
  if (intervals.length === 0)
    throw new NotDoneError(`No trail was dark or weaker in ${id}, so there is no gap to look into.`);
  const { guard } = await makeLiveGuard(live, { purpose: 'look' });
  const whole = await gapRegionsOf(episode, unrecordedOf(episode).where, guard);
  const where = chosen.length > 0 ? { ...whole, regions: [...new Set(chosen)], unlisted: null } : whole;
  const progress = tellProgress();
  const read = await readDark(live.callAws, guard.settings, {
    intervals,
    regions: where.regions,
    atMost,
    now: live.clock.now(),
    tell: (region, count) => progress.show(`reading event history of ${region}: ${count} events`),
  }).finally(progress.end);
  const summary = await sumUp(read, where, guard);
  return {
    schema: 'trailkeeper.gap/1',
    ...liveJson(live),
    incident: id,
    isDark: dark.length > 0,
    trail,
    intervals,
    regions: summary.regions,
    isCut: read.isCut,
    summary,
    records: read.records,
  };
}

/** As the guard sums it up, over what was read already. */
async function sumUp({ records, isCut, unread }: DarkRecords, where: GapRegions, guard: Guard): Promise<Gap> {
  const history = {
    ...guard.ports.history,
    lookUp: async ({ region }: { readonly region: string }) => ({
      records: records
        .filter((found) => found.region === region && found.record.readOnly === false)
        .map(({ record }) => record),
      isCut,
    }),
  };
  const whole = { from: new Date(0).toISOString(), until: null, forMs: null };
  const regions = where.regions.filter((region) => unread.every((other) => other.region !== region));
  const ports = { ...guard.ports, history };
  const gap = await readGap(whole, { ...where, regions }, { ...guard, ports });
  return { ...gap, unread };
}

const linesOf = ({
  incident,
  isDark,
  intervals,
  regions,
  isCut,
  records,
  summary,
}: GapDocument): readonly string[] => [
  pc.bold(printable(incident)),
  ...intervals.flatMap(({ from, until }) =>
    labelled(
      isDark ? 'dark' : 'weaker',
      `${readableTime(from)} to ${until === null ? 'now' : readableTime(until)}`,
    ),
  ),
  ...labelled(
    'read',
    `${records.length} management events of ${regions.join(', ')} (--regions names others)`,
  ),
  ...(isCut ? labelled('note', 'there are more: --at-most reads them') : []),
  ...gapLines(summary),
  '',
  'Every record:  --output json, or --output csv for a spreadsheet',
];
