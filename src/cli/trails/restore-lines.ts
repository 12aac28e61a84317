import type { StepResult } from '../../domain/step.ts';
import { readableTime } from '../../render/time.ts';
import { labelled } from '../layout.ts';
import { printable } from '../printable.ts';
import { pc } from '../terminal.ts';
import type { RestoreDocument, RestoredTrail } from './restore.ts';
import { trailLines } from './trail-lines.ts';

const ENDS: Readonly<Record<RestoreDocument['verdict'], string>> = {
  intact: 'Every guarded trail is as it must be, proven by reading it again.',
  drifted: 'Not everything could be put back: what still differs is above.',
  undetermined: 'What was done could not be proven: look again with trailkeeper check',
  'nothing-guarded': 'No trail is guarded here, so nothing was done.',
};

/** What people read of a restore. */
export const restoreLines = ({ trails, verdict }: RestoreDocument): readonly string[] => [
  ...trails
    .filter(({ steps, verdict: own }) => steps.length > 0 || own === 'drifted' || own === 'undetermined')
    .flatMap((trail) => [...trailLines({ ...trail, calls: [] }), ...resultLines(trail), '']),
  ENDS[verdict],
];

const resultLines = ({
  steps,
  heldBack,
  isLogging,
  loggingSince,
  drifts,
}: RestoredTrail): readonly string[] => [
  ...steps.flatMap(lineOfResult),
  ...(heldBack ? labelled('held back', printable(heldBack)) : []),
  ...labelled('proof', proofOf(isLogging, loggingSince, drifts)),
];

function lineOfResult(step: StepResult): readonly string[] {
  const { call, region, result, paths } = step;
  const why = step.result === 'done' ? '' : `: ${step.reason}`;
  const [first = '', ...rest] = labelled(result, printable(`${call}  ${region}  ${paths.join(', ')}${why}`));
  return [first.replace(result, result === 'done' ? pc.green(result) : pc.red(result)), ...rest];
}

function proofOf(isLogging: boolean | null, since: string | null, drifts: RestoredTrail['drifts']): string {
  if (isLogging === null) return 'the trail’s status could not be read';
  const logging = isLogging ? `it logs${since ? ` since ${readableTime(since)}` : ''}` : 'it does not log';
  const left = drifts.filter((drift) => drift.class === 'weaker').length;
  return `read again: ${logging}; ${left === 0 ? 'nothing is weaker than its baseline' : `${left} still weaker`}`;
}
