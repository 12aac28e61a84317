import type { Drift } from '../../drift.ts';

interface Observation {
  readonly class: Drift['class'];
  readonly evidence: string;
}

/** So many are told; the values hold the rest. */
const MOST_TOLD = 3;

/** Several observations of one thing as one: the worst of them, with what is as bad. Undefined without any. */
export function mergeObservations(observations: readonly Observation[]): Observation | undefined {
  const worst = ORDER.find((name) => observations.some((one) => one.class === name));
  if (!worst) return;
  const all = [...new Set(observations.filter((one) => one.class === worst).map(({ evidence }) => evidence))];
  const more = all.length - MOST_TOLD;
  return {
    class: worst,
    evidence: [...all.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join('; '),
  };
}

const ORDER: readonly Drift['class'][] = ['weaker', 'different', 'stronger'];
