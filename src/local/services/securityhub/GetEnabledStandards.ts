import type { GetEnabledStandardsRequest, GetEnabledStandardsResponse } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf } from './hub.ts';
import { listPage } from './list-page.ts';
import { describedSubscription, subscribedStandards } from './subscriptions.ts';

export const GetEnabledStandards: Operation<GetEnabledStandardsRequest, GetEnabledStandardsResponse> = (
  input,
  call,
) => {
  const asked = input.StandardsSubscriptionArns;
  const subscriptions = subscribedStandards(hubOf(call))
    .map((standard) => describedSubscription(standard, 'READY', call))
    .filter(({ StandardsSubscriptionArn: arn }) => !asked?.length || asked.includes(arn ?? ''));
  const { items, nextToken } = listPage(subscriptions, input);
  return { StandardsSubscriptions: items, NextToken: nextToken };
};
