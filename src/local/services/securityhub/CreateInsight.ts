import { randomUUID } from 'node:crypto';
import type { CreateInsightRequest, CreateInsightResponse } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf } from './hub.ts';
import { arnIn } from './standards.ts';

/** Keeps a question about findings; it is never answered here. */
export const CreateInsight: Operation<CreateInsightRequest, CreateInsightResponse> = (input, call) => {
  const { insights } = hubOf(call);
  const InsightArn = arnIn(call, `insight/${call.accountId}/custom/${randomUUID()}`);
  const { Name, Filters, GroupByAttribute } = input;
  insights.set(InsightArn, { InsightArn, Name, Filters, GroupByAttribute });
  return { InsightArn };
};
