import type { DeleteRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { findGroup } from './groups.ts';

export const DeleteRetentionPolicy: Operation<DeleteRetentionPolicyRequest, void> = (
  { logGroupName },
  call,
) => {
  findGroup(logGroupName, call).retentionInDays = undefined;
};
