import type {
  BatchDisableStandardsRequest,
  BatchDisableStandardsResponse,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf } from './hub.ts';
import { describedSubscription, standardBySubscription } from './subscriptions.ts';

/** What was switched in a standard is forgotten with it. */
export const BatchDisableStandards: Operation<BatchDisableStandardsRequest, BatchDisableStandardsResponse> = (
  input,
  call,
) => {
  const { subscriptions } = hubOf(call);
  const unwanted = (input.StandardsSubscriptionArns ?? []).map((arn) => standardBySubscription(arn, call));
  for (const { id } of unwanted) subscriptions.delete(id);
  return {
    StandardsSubscriptions: unwanted.map((standard) => describedSubscription(standard, 'DELETING', call)),
  };
};
