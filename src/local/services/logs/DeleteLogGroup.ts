import type { DeleteLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { findGroup, invalidParameter } from './groups.ts';
import { groupsOf } from './store.ts';

export const DeleteLogGroup: Operation<DeleteLogGroupRequest, void> = ({ logGroupName }, call) => {
  const { name, isDeletionProtected } = findGroup(logGroupName, call);
  if (isDeletionProtected) throw invalidParameter('The log group is protected against deletion.');
  groupsOf(call.world, call.accountId, call.region).delete(name);
};
