import type { Guard } from '../guard.ts';
import { asJsonObject, isJsonObject, type JsonObject } from '../json.ts';
import { EPISODE_SCHEMA, type Episode } from './episode.ts';
import { readGap } from './gap.ts';
import { gapRegionsOf, unrecordedOf } from './gap-regions.ts';
import type { Dark, Gap, GapReport } from './report.ts';
import { readEntry, type Telling, tell } from './telling.ts';
import { headerOf } from './trail-report.ts';

/** Event history shows an event minutes after it happened: AWS says within five, seen are up to fifteen. */
const HISTORY_TAKES_MS = 15 * 60_000;
/** Older than this, an incident whose gap could not be read is left as it is. */
const ASKED_FOR_MS = 24 * 3_600_000;
/** Whoever uses up the quota of LookupEvents in the home Region keeps nobody longer from what the others know. */
const FIRST_TAKES_MS = 3_600_000;
/** A sweep has a minute for everything, and one gap may take half of it; what it does not come to is the next one's. */
const SWEEP_HAS_MS = 5_000;

/**
 * Reads, once event history has it, what happened while a trail recorded no change; and tells it when there is something to see. The
 * incident keeps it either way.
 */
export async function tellGaps(guard: Guard): Promise<readonly Telling[]> {
  const { ledger, clock } = guard.ports;
  const begun = clock.now();
  const tellings: Telling[] = [];
  for (const { id, value, version } of await ledger.list<Episode>('episode')) {
    const dark = isEpisode(value) ? darkToRead(value, guard) : null;
    if (!dark || clock.now() - begun > SWEEP_HAS_MS) continue;
    const where = await gapRegionsOf(value, unrecordedOf(value).where, guard);
    const gap = await readGap(dark, where, guard);
    const isFirstRead = gap.regions.includes(where.regions[0] ?? '');
    if (!isFirstRead && clock.now() - Date.parse(dark.until ?? '') < FIRST_TAKES_MS) continue;
    if (!(await ledger.save<Episode>('episode', id, { ...value, gap }, version))) continue;
    // What was not read may be what mattered: calls are cheap to make, and the newest are read first.
    if (gap.notable.length > 0 || gap.isCut || !isFirstRead)
      tellings.push(...(await tellGap(value, dark, gap, guard)));
  }
  return tellings;
}

/** Whoever may write the table may have written anything, and keeps no other incident's gap untold with it. */
const isEpisode = (value: unknown): value is Episode => {
  const { schema, trail, dark, weakened, reports } = asJsonObject(value);
  const isEach = (list: unknown, isOne: (item: JsonObject) => boolean) =>
    Array.isArray(list) && list.every((item) => isOne(asJsonObject(item)));
  const isInterval = ({ from, until }: JsonObject) => [from, until ?? from].every(isTime);
  const isOfDrifts = ({ drifts }: JsonObject) => isEach(drifts, ({ path }) => typeof path === 'string');
  return (
    schema === EPISODE_SCHEMA &&
    isJsonObject(trail) &&
    [trail.arn, trail.homeRegion].every((text) => typeof text === 'string') &&
    isEach(dark, isInterval) &&
    isEach(weakened, isInterval) &&
    isEach(reports, isOfDrifts)
  );
};

const isTime = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** The whole time from the first to the last moment unrecorded; null while it goes on, or when it was read before. */
function darkToRead(episode: Episode, { ports }: Guard): Dark | null {
  if (episode.gap !== null) return null;
  const { intervals: unrecorded } = unrecordedOf(episode);
  const first = unrecorded[0];
  const last = unrecorded.at(-1);
  if (!first || !last?.until) return null;
  const age = ports.clock.now() - Date.parse(last.until);
  if (age < HISTORY_TAKES_MS || age > ASKED_FOR_MS) return null;
  const until = Math.max(...unrecorded.map((one) => Date.parse(one.until ?? last.until ?? '')));
  return {
    from: first.from,
    until: new Date(until).toISOString(),
    forMs: until - Date.parse(first.from),
  };
}

async function tellGap(
  { id, trail }: Episode,
  dark: Dark,
  gap: Gap,
  guard: Guard,
): Promise<readonly Telling[]> {
  const { ports, settings } = guard;
  const { entry, leftOver } = await readEntry(ports, 'notice', `gap ${id}`, isTrue);
  if (entry.state) return leftOver;
  const report: GapReport = {
    ...headerOf(guard),
    kind: 'gap',
    incidentId: id,
    severity: 'high',
    trail,
    dark,
    gap,
  };
  return [...leftOver, await tell(ports, settings, entry, true, report)];
}

const isTrue = (value: unknown): value is true => value === true;
