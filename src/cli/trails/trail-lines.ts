import { readableTime } from '../../render/time.ts';
import { labelled, valueText } from '../layout.ts';
import { printable } from '../printable.ts';
import { pc } from '../terminal.ts';
import type { DescribedBaseline, DescribedDrift, DescribedTrail, Verdict } from './describe-trail.ts';

const PAINT: Readonly<Record<Verdict, (text: string) => string>> = {
  intact: pc.green,
  drifted: pc.red,
  undetermined: pc.yellow,
  'not-guarded': pc.dim,
};

const WORDS: Readonly<Record<Verdict, string>> = {
  intact: 'intact',
  drifted: 'DRIFT',
  undetermined: 'UNDETERMINED',
  'not-guarded': 'not guarded',
};

/** What people read of one trail. */
export function trailLines(trail: DescribedTrail): readonly string[] {
  const { name, homeRegion, verdict, because, baseline, drifts, unread, elsewhere, calls } = trail;
  return [
    `${pc.bold(printable(name))}  ${homeRegion}  ${PAINT[verdict](WORDS[verdict])}`,
    ...(verdict === 'not-guarded' ? labelled('', because) : labelled('baseline', baselineText(baseline))),
    ...drifts.flatMap(driftLines),
    ...unread.flatMap(({ part, reason }) => labelled('unread', `${part}: ${printable(reason)}`)),
    ...(elsewhere.length > 0
      ? labelled('elsewhere', `${elsewhere.join(', ')}: another account’s, watched by the guard there`)
      : []),
    ...calls.flatMap(({ eventName, by, sourceIp, at }) =>
      labelled(
        'done by',
        printable(`${by}, ${eventName} at ${readableTime(at)}${sourceIp ? ` from ${sourceIp}` : ''}`),
      ),
    ),
  ];
}

const baselineText = (baseline: DescribedBaseline | null): string =>
  baseline
    ? `version ${baseline.version}, ${approvalText(baseline.approval)}${baseline.mode ? `; mode ${baseline.mode}` : ''}`
    : 'none approved: only that it logs is guarded';

/** Who approved it, how and when. */
export const approvalText = ({ how, by, at }: DescribedBaseline['approval']): string =>
  printable(`${HOW[how]}${how === 'deployment' ? '' : ` by ${by}`} on ${readableTime(at)}`);

const HOW: Readonly<Record<DescribedBaseline['approval']['how'], string>> = {
  deployment: 'adopted at deployment',
  adopt: 'adopted',
  approve: 'approved',
  principal: 'changed',
  import: 'imported',
  retire: 'retired',
};

const WAS = { weaker: 'must be', stronger: 'approved as', different: 'approved as' } as const;

const PAINT_CLASS = { weaker: pc.red, stronger: pc.cyan, different: pc.yellow } as const;

function driftLines({ class: kind, path, expected, actual, evidence, technique }: DescribedDrift) {
  const [first = '', ...rest] = [
    ...labelled(kind, `${printable(path)}${technique ? `  (${technique})` : ''}`),
    ...labelled('', `${WAS[kind]} ${valueText(expected)}, is ${valueText(actual)}`),
    ...(evidence ? labelled('', printable(evidence)) : []),
  ];
  return [first.replace(kind, PAINT_CLASS[kind]), ...rest];
}
