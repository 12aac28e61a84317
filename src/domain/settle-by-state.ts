import type { Baseline } from './baseline/baseline.ts';
import { PART_NAMES } from './canonical/part.ts';
import { covers } from './detect.ts';
import type { Drift, DriftPath } from './drift.ts';
import type { Guard } from './guard.ts';
import { asJsonObject } from './json.ts';
import type { JudgedCall } from './judgement.ts';
import type { PartsRead } from './snapshot.ts';
import type { Technique } from './technique.ts';

interface State {
  readonly drifts: readonly Drift[];
  readonly parts: PartsRead;
  readonly baseline: Pick<Baseline, 'parts'>;
}

/**
 * Calls that set a whole document, judged once more when the document was read: as approved, or no weaker, the call did nothing,
 * however its request looked.
 */
export const settleByState = (
  calls: readonly JudgedCall[],
  state: State,
  { techniques, judge }: Pick<Guard, 'techniques' | 'judge'>,
): readonly JudgedCall[] =>
  calls.map((judged) => {
    const technique = techniques.find(({ id }) => id === judged.judgement.techniqueId);
    if (!technique?.isSettledByState || judged.call.error) return judged;
    if (!technique.drift.every((path) => isDecided(path, state)) || isShown(technique, state.drifts))
      return judged;
    return { ...judged, judgement: judge({ ...judged.call, request: null }) };
  });

/** Read, and the baseline says what it must be: nothing differs from a baseline that says nothing of it. */
function isDecided(path: DriftPath, { parts, baseline }: State): boolean {
  const part = PART_NAMES.filter((name) => covers(name, path))
    .sort()
    .at(-1);
  if (!part || !parts[part]?.read || !(part in baseline.parts)) return false;
  const field = path.slice(part.length + 1);
  return field === '' || field in asJsonObject(baseline.parts[part]);
}

const isShown = ({ drift: paths }: Technique, drifts: readonly Drift[]): boolean =>
  drifts.some((drift) => drift.class === 'weaker' && paths.some((path) => covers(path, drift.path)));
