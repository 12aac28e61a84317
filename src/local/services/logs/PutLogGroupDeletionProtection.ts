import type { PutLogGroupDeletionProtectionRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { findGroup } from './groups.ts';

export const PutLogGroupDeletionProtection: Operation<PutLogGroupDeletionProtectionRequest, void> = (
  { logGroupIdentifier, deletionProtectionEnabled = false },
  call,
) => {
  findGroup(logGroupIdentifier, call).isDeletionProtected = deletionProtectionEnabled;
};
