import type { BatchEnableStandardsRequest, BatchEnableStandardsResponse } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { checkSoon } from './check-controls.ts';
import { hubOf } from './hub.ts';
import { describedSubscription, standardByArn } from './subscriptions.ts';

/** All controls are checked at once. */
export const BatchEnableStandards: Operation<BatchEnableStandardsRequest, BatchEnableStandardsResponse> = (
  input,
  call,
) => {
  const hub = hubOf(call);
  const wanted = (input.StandardsSubscriptionRequests ?? []).map(({ StandardsArn }) =>
    standardByArn(StandardsArn, call),
  );
  for (const { id } of wanted) {
    if (!hub.subscriptions.has(id)) hub.subscriptions.set(id, { standardId: id, controls: new Map() });
  }
  checkSoon(hub, call);
  return {
    StandardsSubscriptions: wanted.map((standard) => describedSubscription(standard, 'PENDING', call)),
  };
};
