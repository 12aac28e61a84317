import { readableDuration } from '../../render/time.ts';
import { toCsv } from '../csv.ts';
import { EXIT } from '../exit-codes.ts';
import { layColumns } from '../layout.ts';
import { liveJson } from '../live/connect.ts';
import type { LiveFlags } from '../live/live-flags.ts';
import { runLive } from '../live/run-live.ts';
import { pc, say, sayJson } from '../terminal.ts';
import { type DescribedIncident, describeIncident } from './describe-incident.ts';
import { readEpisodes } from './read-episodes.ts';
import { stateWord } from './state-word.ts';

export interface ListFlags extends Omit<LiveFlags, 'output'> {
  readonly output: 'table' | 'json' | 'csv';
  /** Name or ARN. */
  readonly trail?: string;
  readonly limit: number;
}

/** Lists incidents, the newest first. */
export const list = (flags: ListFlags): Promise<void> =>
  runLive(flags, async (live) => {
    const episodes = await readEpisodes(live);
    const about = episodes.filter(
      ({ trail }) => flags.trail === undefined || [trail.name, trail.arn].includes(flags.trail),
    );
    const now = live.clock.now();
    const incidents = about.slice(0, flags.limit).map((episode) => describeIncident(episode, now));
    if (flags.output === 'csv') process.stdout.write(incidentsCsv(incidents));
    else if (flags.output === 'json')
      sayJson({ schema: 'trailkeeper.incidents/1', ...liveJson(live), incidents });
    else for (const line of incidentLines(incidents, about.length)) say(line);
    return EXIT.good;
  });

const HEAD = ['incident', 'state', 'dark for', 'what', 'who'];

/** What people read: a line each. @param total how many there are */
export function incidentLines(incidents: readonly DescribedIncident[], total: number): readonly string[] {
  if (total === 0) return ['There is no incident in the ledger.'];
  const [head = '', ...rows] = layColumns([HEAD, ...incidents.map(rowOf)]);
  const more = total - incidents.length;
  return [
    pc.dim(head),
    ...rows.map((row, index) => paint(row, incidents[index]?.state)),
    ...(more > 0 ? [`${more} older: --limit ${total} shows all`] : []),
  ];
}

const rowOf = ({ id, state, darkForMs, weakenedForMs, techniques, principals }: DescribedIncident) => [
  id,
  stateWord(state),
  darkForMs === null ? (weakenedForMs === null ? '-' : 'not dark') : readableDuration(darkForMs),
  techniques.map(({ techniqueId }) => techniqueId).join(', ') || '-',
  principals.map(lastName).join(', ') || 'unknown',
];

/** The name in an ARN, with a session that stands behind it. */
const lastName = (arn: string): string => arn.replace(/^arn:[^/]*\//, '');

const paint = (row: string, state: DescribedIncident['state'] | undefined): string =>
  state === 'dark' ? row.replace(stateWord(state), pc.red(stateWord(state))) : row;

export const incidentsCsv = (incidents: readonly DescribedIncident[]): string =>
  toCsv([
    [
      'id',
      'trail',
      'home_region',
      'opened_at',
      'closed_at',
      'state',
      'times',
      'dark_seconds',
      'weakened_seconds',
      'techniques',
      'principals',
    ],
    ...incidents.map((incident) => [
      incident.id,
      incident.trail.arn,
      incident.trail.homeRegion,
      incident.openedAt,
      incident.closedAt,
      incident.state,
      incident.times,
      secondsOf(incident.darkForMs),
      secondsOf(incident.weakenedForMs),
      incident.techniques.map(({ techniqueId }) => techniqueId).join(' '),
      incident.principals.join(' '),
    ]),
  ]);

const secondsOf = (ms: number | null): number | null => (ms === null ? null : ms / 1000);
