import type { DeleteSubscriptionFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findGroup } from './groups.ts';

export const DeleteSubscriptionFilter: Operation<DeleteSubscriptionFilterRequest, void> = (
  { logGroupName, filterName = '' },
  call,
) => {
  if (findGroup(logGroupName, call).subscriptionFilters.delete(filterName)) return;
  throw new ServiceError('ResourceNotFoundException', 'The specified subscription filter does not exist.');
};
