import { parseArn } from '../../domain/arn.ts';
import { readableDuration } from '../../render/time.ts';
import { stateWord } from '../incidents/state-word.ts';
import { labelled, layColumns } from '../layout.ts';
import { describeLive, type Live } from '../live/connect.ts';
import { printable } from '../printable.ts';
import { pc } from '../terminal.ts';
import type { DescribedBaseline } from './describe-trail.ts';
import type { StatusDocument, TrailStatusLine } from './status.ts';

const HEAD = ['trail', 'state', 'guarded', 'baseline', 'log file', 'digest', 'logs'];

/** What people read of the trails: a line each, and below it why one is not guarded, and its last incident. */
export function statusLines({ trails, at, notes }: StatusDocument, live: Live): readonly string[] {
  const [head = '', ...rows] = layColumns([HEAD, ...trails.map((trail) => rowOf(trail, Date.parse(at)))]);
  return [
    ...describeLive(live).map((line) => pc.dim(printable(line))),
    '',
    ...(trails.length > 0 ? [pc.dim(head)] : ['There is no trail in this account and Region.']),
    ...trails.flatMap((trail, index) => [
      paintRow(rows[index] ?? '', trail),
      ...(trail.guarded ? [] : labelled('', printable(`not guarded: ${trail.because}`))),
      ...incidentLine(trail),
    ]),
    ...notes.flatMap((text) => ['', ...labelled('note', printable(text), 0)]),
  ];
}

function rowOf({ name, light, guarded, baseline, delivered }: TrailStatusLine, now: number) {
  const age = (at: string | null) => (at === null ? '-' : `${readableDuration(now - Date.parse(at))} ago`);
  return [
    name,
    light,
    guarded ? 'yes' : 'no',
    baseline ? `${baseline.version} ${approverOf(baseline)}` : 'none',
    age(delivered.logFiles),
    age(delivered.digests),
    age(delivered.cloudWatchLogs),
  ];
}

const incidentLine = ({ lastIncident }: TrailStatusLine): readonly string[] =>
  lastIncident ? labelled('incident', printable(`${lastIncident.id}, ${stateWord(lastIncident.state)}`)) : [];

const approverOf = ({ approval: { how, by } }: DescribedBaseline): string =>
  how === 'deployment' ? 'at deployment' : `by ${shortName(by)}`;

/** The name in an ARN: `operator` of `…:user/operator`, `Deployer` of `…:assumed-role/Deployer/session`. */
function shortName(arn: string): string {
  const [kind, ...path] = parseArn(arn)?.resource.split('/') ?? [];
  return (kind === 'assumed-role' ? path[0] : path.at(-1)) ?? arn;
}

const PAINT = {
  lit: pc.green,
  dark: pc.red,
  weakened: pc.red,
  elsewhere: pc.dim,
  unknown: pc.yellow,
} as const;

const paintRow = (row: string, { light }: TrailStatusLine): string =>
  row.replace(`  ${light}`, `  ${PAINT[light](light)}`);
