import { EXIT } from '../exit-codes.ts';
import type { DescribedTrail, Verdict } from './describe-trail.ts';

/** The worst of all trails; `nothing-guarded` when there is none to speak of. */
export type Sum = Exclude<Verdict, 'not-guarded'> | 'nothing-guarded';

export function sumUp(trails: readonly Pick<DescribedTrail, 'verdict'>[], hasBaselineIncident: boolean): Sum {
  const has = (wanted: Verdict) => trails.some(({ verdict }) => verdict === wanted);
  if (has('drifted') || hasBaselineIncident) return 'drifted';
  if (has('undetermined')) return 'undetermined';
  return has('intact') ? 'intact' : 'nothing-guarded';
}

export const EXIT_OF: Readonly<Record<Sum, number>> = {
  intact: EXIT.good,
  drifted: EXIT.drift,
  undetermined: EXIT.failed,
  'nothing-guarded': EXIT.failed,
};
