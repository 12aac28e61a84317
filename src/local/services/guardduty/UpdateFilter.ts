import type { UpdateFilterRequest, UpdateFilterResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { checkCriteria } from './criteria.ts';
import { findDetector, known } from './detector.ts';

/** What is not given stays. */
export const UpdateFilter: Operation<UpdateFilterRequest, UpdateFilterResponse> = (input, call) => {
  const { filters } = findDetector(input.DetectorId, call);
  const before = known(filters.get(input.FilterName ?? ''), 'filterName');
  checkCriteria(input.FindingCriteria ?? {});
  filters.set(before.name, {
    ...before,
    description: input.Description ?? before.description,
    action: input.Action ?? before.action,
    rank: input.Rank ?? before.rank,
    criteria: input.FindingCriteria ?? before.criteria,
  });
  return { Name: before.name };
};
