import type { GetParameterHistoryRequest, GetParameterHistoryResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { findParameter } from './find.ts';
import { checkPageSize } from './page-size.ts';
import { asHistory } from './view.ts';

const MAX_RESULTS = 50;

export const GetParameterHistory: Operation<GetParameterHistoryRequest, GetParameterHistoryResult> = (
  { Name = '', MaxResults = MAX_RESULTS, NextToken: token },
  call,
) => {
  checkPageSize(MaxResults, MAX_RESULTS);
  const parameter = findParameter(Name, call);
  const { items, nextToken } = page(parameter.versions, {
    limit: MaxResults,
    token,
    badTokenCode: 'InvalidNextToken',
  });
  return { Parameters: items.map((version) => asHistory({ parameter, version })), NextToken: nextToken };
};
