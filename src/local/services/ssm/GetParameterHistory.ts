import type { GetParameterHistoryRequest, GetParameterHistoryResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { findParameter } from './find.ts';
import { asHistory } from './view.ts';

export const GetParameterHistory: Operation<GetParameterHistoryRequest, GetParameterHistoryResult> = (
  { Name = '', MaxResults = 50, NextToken: token },
  call,
) => {
  const parameter = findParameter(Name, call);
  const { items, nextToken } = page(parameter.versions, {
    limit: MaxResults,
    token,
    badTokenCode: 'InvalidNextToken',
  });
  return { Parameters: items.map((version) => asHistory({ parameter, version })), NextToken: nextToken };
};
