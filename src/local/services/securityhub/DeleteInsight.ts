import type { DeleteInsightRequest, DeleteInsightResponse } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf } from './hub.ts';
import { insightOf } from './insights.ts';

export const DeleteInsight: Operation<DeleteInsightRequest, DeleteInsightResponse> = (input, call) => {
  const hub = hubOf(call);
  const { InsightArn } = insightOf(hub, input.InsightArn);
  hub.insights.delete(InsightArn ?? '');
  return { InsightArn };
};
