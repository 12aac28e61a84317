import { uncovered } from './coverage.ts';
import type { Statement } from './statement.ts';

/** What a policy says that it did not say, and the other way round, piece by piece. */
export interface PolicyChanges {
  readonly lostAllows: readonly Statement[];
  readonly newAllows: readonly Statement[];
  readonly lostDenies: readonly Statement[];
  readonly newDenies: readonly Statement[];
}

export function findChanges(expected: readonly Statement[], actual: readonly Statement[]): PolicyChanges {
  const of = (effect: Statement['effect'], statements: readonly Statement[]) =>
    statements.filter((statement) => statement.effect === effect);
  return {
    lostAllows: uncovered(of('Allow', expected), of('Allow', actual)),
    newAllows: uncovered(of('Allow', actual), of('Allow', expected)),
    lostDenies: uncovered(of('Deny', expected), of('Deny', actual)),
    newDenies: uncovered(of('Deny', actual), of('Deny', expected)),
  };
}
