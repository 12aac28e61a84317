import { covers } from './detect.ts';
import type { Drift } from './drift.ts';
import type { Guard } from './guard.ts';
import type { JudgedCall } from './judgement.ts';
import type { PartName } from './parts.ts';
import type { Snapshot } from './snapshot.ts';
import type { Technique } from './technique.ts';

/**
 * Calls that set a whole document, judged once more when the document was read: as approved, or no weaker, the call did nothing,
 * however its request looked.
 */
export const settleByState = (
  calls: readonly JudgedCall[],
  drifts: readonly Drift[],
  { parts }: Snapshot,
  { techniques, judge }: Guard,
): readonly JudgedCall[] =>
  calls.map((judged) => {
    const technique = techniques.find(({ id }) => id === judged.judgement.techniqueId);
    if (!technique?.isSettledByState || judged.call.error) return judged;
    const isRead = technique.drift.every((path) => parts[path as PartName]?.read);
    if (!isRead || isShown(technique, drifts)) return judged;
    return { ...judged, judgement: judge({ ...judged.call, request: null }) };
  });

const isShown = ({ drift: paths }: Technique, drifts: readonly Drift[]): boolean =>
  drifts.some((drift) => drift.class === 'weaker' && paths.some((path) => covers(path, drift.path)));
