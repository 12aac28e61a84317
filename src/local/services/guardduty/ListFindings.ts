import type { Finding, ListFindingsRequest, ListFindingsResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { findDetector } from './detector.ts';

export const ListFindings: Operation<ListFindingsRequest, ListFindingsResponse> = (input, call) => {
  refuseUnsupported(input, 'SortCriteria');
  const types = wantedTypes(input);
  const ids = [...findDetector(input.DetectorId, call).findings.values()]
    .filter(({ Type = '' }: Finding) => !types || types.includes(Type))
    .flatMap(({ Id }) => Id ?? []);
  const { items, nextToken } = page(ids, {
    limit: input.MaxResults ?? 50,
    token: input.NextToken,
    badTokenCode: 'BadRequestException',
  });
  return { FindingIds: items, NextToken: nextToken };
};

/** The one criterion served here is equality of types. */
function wantedTypes({ FindingCriteria }: ListFindingsRequest): readonly string[] | undefined {
  const { type, ...others } = FindingCriteria?.Criterion ?? {};
  const [other] = Object.keys(others);
  if (other) throw unsupported(`the criterion ${other}`);
  const { Eq, Equals, ...operators } = type ?? {};
  const [operator] = Object.keys(operators);
  if (operator) throw unsupported(`the criterion type with ${operator}`);
  return Equals ?? Eq;
}
