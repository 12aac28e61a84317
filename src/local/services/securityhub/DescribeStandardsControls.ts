import type {
  DescribeStandardsControlsRequest,
  DescribeStandardsControlsResponse,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { remediationUrl } from './control-finding.ts';
import { hubOf } from './hub.ts';
import { listPage } from './list-page.ts';
import { controlArn } from './standards.ts';
import { standardBySubscription, subscriptionTo } from './subscriptions.ts';

/** The controls of trails in a standard, and how they are switched. */
export const DescribeStandardsControls: Operation<
  DescribeStandardsControlsRequest,
  DescribeStandardsControlsResponse
> = (input, call) => {
  const hub = hubOf(call);
  const standard = standardBySubscription(input.StandardsSubscriptionArn, call);
  const switched = subscriptionTo(standard, hub).controls;
  const { items, nextToken } = listPage([...standard.controls], input);
  return {
    Controls: items.map(([ownId, control]) => {
      const { status = 'ENABLED', reason, updatedAt = hub.subscribedAt } = switched.get(ownId) ?? {};
      return {
        StandardsControlArn: controlArn(standard, ownId, call),
        ControlStatus: status,
        ...(reason !== undefined && { DisabledReason: reason }),
        ControlStatusUpdatedAt: new Date(updatedAt),
        ControlId: ownId,
        Title: control.title,
        Description: control.description,
        RemediationUrl: remediationUrl(control),
        SeverityRating: control.severity,
      };
    }),
    NextToken: nextToken,
  };
};
