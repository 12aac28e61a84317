import type { UpdateInsightRequest } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf } from './hub.ts';
import { insightOf } from './insights.ts';

/** What is not given stays. */
export const UpdateInsight: Operation<UpdateInsightRequest, object> = (input, call) => {
  const hub = hubOf(call);
  const before = insightOf(hub, input.InsightArn);
  hub.insights.set(before.InsightArn ?? '', {
    ...before,
    Name: input.Name ?? before.Name,
    Filters: input.Filters ?? before.Filters,
    GroupByAttribute: input.GroupByAttribute ?? before.GroupByAttribute,
  });
  return {};
};
