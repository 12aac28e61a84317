import type { GetInsightsRequest, GetInsightsResponse } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf } from './hub.ts';
import { insightOf } from './insights.ts';
import { listPage } from './list-page.ts';

export const GetInsights: Operation<GetInsightsRequest, GetInsightsResponse> = (input, call) => {
  const hub = hubOf(call);
  const asked = input.InsightArns?.length
    ? input.InsightArns.map((arn) => insightOf(hub, arn))
    : [...hub.insights.values()];
  const { items, nextToken } = listPage(asked, input);
  return { Insights: items, NextToken: nextToken };
};
