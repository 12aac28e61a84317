import type { GetFilterRequest, GetFilterResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector, known } from './detector.ts';

export const GetFilter: Operation<GetFilterRequest, GetFilterResponse> = (input, call) => {
  const { filters } = findDetector(input.DetectorId, call);
  const filter = known(filters.get(input.FilterName ?? ''), 'filterName');
  return {
    Name: filter.name,
    Description: filter.description,
    Action: filter.action,
    Rank: filter.rank,
    FindingCriteria: filter.criteria,
    Tags: { ...filter.tags },
  };
};
