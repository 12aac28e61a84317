import { readPart } from '../../domain/snapshot.ts';
import type { Episode } from '../../domain/telling/episode.ts';
import type { TrailPass } from '../../domain/trail-pass.ts';
import { EXIT } from '../exit-codes.ts';
import { type Live, liveJson } from '../live/connect.ts';
import type { LiveFlags } from '../live/live-flags.ts';
import { runLive } from '../live/run-live.ts';
import { say, sayJson } from '../terminal.ts';
import { type DescribedBaseline, type DescribedTrail, describeTrail } from './describe-trail.ts';
import { type Looked, lookAtTrails } from './look-at-trails.ts';
import { statusLines } from './status-lines.ts';

/** What `status` prints as JSON. */
export interface StatusDocument extends ReturnType<typeof liveJson> {
  readonly schema: 'trailkeeper.status/1';
  /** ISO 8601. */
  readonly at: string;
  readonly trails: readonly TrailStatusLine[];
  readonly notes: readonly string[];
}

/** How one trail is, in short. Times are ISO 8601; null when there was none, or it is unknown. */
export interface TrailStatusLine
  extends Pick<DescribedTrail, 'name' | 'arn' | 'homeRegion' | 'guarded' | 'because' | 'isLogging'> {
  /** `weakened`: it logs, but not as it must. `elsewhere`: another account’s trail delivers here, and that is guarded. */
  readonly light: 'lit' | 'dark' | 'weakened' | 'elsewhere' | 'unknown';
  readonly baseline: DescribedBaseline | null;
  readonly delivered: {
    readonly logFiles: string | null;
    readonly digests: string | null;
    readonly cloudWatchLogs: string | null;
  };
  readonly lastIncident: { readonly id: string; readonly state: string; readonly openedAt: string } | null;
}

/** Says how every trail is, a line each. */
export const status = (flags: LiveFlags): Promise<void> =>
  runLive(flags, async (live) => {
    const document = await readStatus(live);
    if (flags.output === 'json') sayJson(document);
    else for (const line of statusLines(document, live)) say(line);
    return document.trails.some(({ light }) => light === 'unknown') ? EXIT.failed : EXIT.good;
  });

export async function readStatus(live: Live): Promise<StatusDocument> {
  const [looked, episodes] = await Promise.all([
    lookAtTrails(live, 'look'),
    readPart(async () => (await live.ledger?.list<Episode | null>('episode')) ?? []),
  ]);
  const known = episodes.read ? episodes.value.flatMap(({ value }) => value ?? []) : [];
  const notes = episodes.read ? [] : [`Incidents could not be read: ${episodes.reason}`];
  return {
    schema: 'trailkeeper.status/1',
    ...liveJson(live),
    at: new Date(looked.guard.ports.clock.now()).toISOString(),
    trails: await Promise.all(looked.passes.map((pass) => describeStatus(pass, looked, known))),
    notes: [...looked.notes, ...notes],
  };
}

async function describeStatus(
  pass: TrailPass,
  looked: Looked,
  episodes: readonly Episode[],
): Promise<TrailStatusLine> {
  const described = describeTrail(pass, looked);
  const { name, arn, homeRegion, guarded, because, baseline } = described;
  // A pass does not read what is not guarded; whoever asks how it is wants to know.
  const read =
    guarded || !pass.trail
      ? pass.status
      : await readPart(() =>
          looked.guard.ports.trails.readStatus(pass.trail as NonNullable<typeof pass.trail>),
        );
  const isLogging = pass.isGone ? false : read.read ? read.value.isLogging : null;
  const last = episodes
    .filter(({ trail }) => trail.arn === arn)
    .toSorted((one, other) => other.openedAt.localeCompare(one.openedAt))[0];
  return {
    name,
    arn,
    homeRegion,
    guarded,
    because,
    isLogging,
    light: pass.standing.isDestination ? 'elsewhere' : lightOf(isLogging, described),
    baseline,
    delivered: deliveriesOf(read),
    lastIncident: last ? { id: last.id, state: last.state, openedAt: last.openedAt } : null,
  };
}

function lightOf(isLogging: boolean | null, { verdict }: DescribedTrail): TrailStatusLine['light'] {
  if (isLogging === null) return 'unknown';
  if (!isLogging) return 'dark';
  return verdict === 'drifted' ? 'weakened' : 'lit';
}

function deliveriesOf(status: TrailPass['status']): TrailStatusLine['delivered'] {
  const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
  const { latestDeliveryTime, latestDigestDeliveryTime, latestCloudWatchLogsDeliveryTime } = status.read
    ? status.value
    : {};
  return {
    logFiles: iso(latestDeliveryTime),
    digests: iso(latestDigestDeliveryTime),
    cloudWatchLogs: iso(latestCloudWatchLogsDeliveryTime),
  };
}
