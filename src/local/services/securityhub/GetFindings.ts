import type { GetFindingsRequest, GetFindingsResponse } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { checkFilters, fitsFilters } from './finding-filters.ts';
import { hubOf } from './hub.ts';

const MAX_RESULTS = 100;

export const GetFindings: Operation<GetFindingsRequest, GetFindingsResponse> = (input, call) => {
  refuseUnsupported(input, 'SortCriteria');
  const filters = { ...input.Filters };
  const { findings } = hubOf(call);
  checkFilters(filters);
  const found = [...findings.values()].filter((finding) => fitsFilters(finding, filters));
  const { items, nextToken } = page(found, {
    limit: input.MaxResults ?? MAX_RESULTS,
    token: input.NextToken,
    badTokenCode: 'InvalidInputException',
  });
  return { Findings: items, NextToken: nextToken };
};
