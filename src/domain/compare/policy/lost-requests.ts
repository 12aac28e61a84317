import type { PolicyChanges } from './policy-changes.ts';
import { decide, judgeStatement, type PolicyRequest } from './request.ts';
import type { Statement } from './statement.ts';

export interface ComparedPolicies {
  readonly expected: readonly Statement[];
  readonly actual: readonly Statement[];
  readonly changes: PolicyChanges;
}

/**
 * The requests that the policy let pass as approved and does not now, or not for certain. What could not be told of the
 * approved one either counts as lost when something that may be about it changed for the worse.
 */
export const lostRequests = (
  requests: readonly PolicyRequest[],
  policies: ComparedPolicies,
): readonly PolicyRequest[] => requests.filter((request) => isLost(request, policies));

function isLost(request: PolicyRequest, { expected, actual, changes }: ComparedPolicies): boolean {
  const now = decide(actual, request);
  if (now === 'allowed') return false;
  const approved = decide(expected, request);
  if (approved !== 'undecided') return approved === 'allowed';
  return (
    now === 'denied' ||
    [...changes.lostAllows, ...changes.newDenies].some((piece) => judgeStatement(piece, request) !== 'no')
  );
}
