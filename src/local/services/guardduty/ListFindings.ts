import type { ListFindingsRequest, ListFindingsResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { fitsCriteria } from './criteria.ts';
import { findDetector } from './detector.ts';

/** Lists archived findings too, unless the criterion `service.archived` says otherwise. */
export const ListFindings: Operation<ListFindingsRequest, ListFindingsResponse> = (input, call) => {
  refuseUnsupported(input, 'SortCriteria');
  const ids = [...findDetector(input.DetectorId, call).findings.values()]
    .filter((finding) => fitsCriteria(input.FindingCriteria ?? {}, finding))
    .flatMap(({ Id }) => Id ?? []);
  const { items, nextToken } = page(ids, {
    limit: input.MaxResults ?? 50,
    token: input.NextToken,
    badTokenCode: 'BadRequestException',
  });
  return { FindingIds: items, NextToken: nextToken };
};
