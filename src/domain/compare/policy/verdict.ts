/** Whether something holds. `perhaps`: it cannot be told from here. */
export type Verdict = 'yes' | 'no' | 'perhaps';

/** All of them hold. */
export function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('perhaps') ? 'perhaps' : 'yes';
}

/** Any of them holds. */
export function some(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('yes')) return 'yes';
  return verdicts.includes('perhaps') ? 'perhaps' : 'no';
}

export const not = (verdict: Verdict): Verdict => OPPOSITES[verdict];

export const asVerdict = (holds: boolean): Verdict => (holds ? 'yes' : 'no');

const OPPOSITES = { yes: 'no', no: 'yes', perhaps: 'perhaps' } as const;
