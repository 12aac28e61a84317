import type { DeleteMetricFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findGroup } from './groups.ts';

export const DeleteMetricFilter: Operation<DeleteMetricFilterRequest, void> = (
  { logGroupName, filterName = '' },
  call,
) => {
  if (findGroup(logGroupName, call).metricFilters.delete(filterName)) return;
  throw new ServiceError('ResourceNotFoundException', 'The specified metric filter does not exist.');
};
