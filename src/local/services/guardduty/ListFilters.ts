import type { ListFiltersRequest, ListFiltersResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector } from './detector.ts';
import { listPage } from './list-page.ts';

export const ListFilters: Operation<ListFiltersRequest, ListFiltersResponse> = (input, call) => {
  const { items, nextToken } = listPage([...findDetector(input.DetectorId, call).filters.keys()], input);
  return { FilterNames: items, NextToken: nextToken };
};
