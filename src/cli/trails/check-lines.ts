import { labelled } from '../layout.ts';
import { describeLive, type Live } from '../live/connect.ts';
import { printable } from '../printable.ts';
import { pc } from '../terminal.ts';
import type { CheckDocument } from './check.ts';
import { trailLines } from './trail-lines.ts';
import type { Sum } from './verdict.ts';

/** What people read of a check. */
export function checkLines(document: CheckDocument, live: Live): readonly string[] {
  const { trails, notes, verdict } = document;
  return [
    ...describeLive(live).map((line) => pc.dim(printable(line))),
    '',
    ...notes.flatMap((text) => labelled('note', printable(text), 0)),
    ...baselineIncidentLines(document),
    ...trails.flatMap((trail) => [...trailLines(trail), '']),
    endOf(verdict, document),
  ];
}

/** Stored baselines that are not what was approved. */
export const baselineIncidentLines = ({
  baselineIncidents,
}: Pick<CheckDocument, 'baselineIncidents'>): readonly string[] =>
  baselineIncidents.flatMap(({ trail, event, by, why, baseline }) => [
    `${pc.bold(printable(trail.name))}  ${trail.homeRegion}  ${pc.red(`BASELINE ${event.toUpperCase()}`)}`,
    ...labelled('', printable([why, by && `written by ${by}`].filter(Boolean).join('; '))),
    ...labelled(
      '',
      baseline
        ? `Version ${baseline.version} rules.`
        : 'No approved version is left: only logging is guarded.',
    ),
    '',
  ]);

const ENDS: Readonly<Record<Sum, string>> = {
  intact: 'Every guarded trail is as it must be.',
  drifted: 'Something is weaker than it must be. What puts it back: trailkeeper plan',
  undetermined: 'Not everything could be read, so it is not known whether the trails are as they must be.',
  'nothing-guarded': 'No trail is guarded here, so nothing was compared.',
};

function endOf(verdict: Sum, { trails }: CheckDocument): string {
  const others = trails.flatMap(({ drifts }) => drifts).filter((drift) => drift.class !== 'weaker').length;
  const told =
    others > 0 ? ` ${others} ${others === 1 ? 'difference is' : 'differences are'} told only.` : '';
  return `${ENDS[verdict]}${told}`;
}
