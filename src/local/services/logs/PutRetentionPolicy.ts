import type { PutRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { findGroup, invalidParameter } from './groups.ts';

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const ALLOWED_DAYS = new Set([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);

export const PutRetentionPolicy: Operation<PutRetentionPolicyRequest, void> = (
  { logGroupName, retentionInDays = 0 },
  call,
) => {
  if (!ALLOWED_DAYS.has(retentionInDays)) {
    throw invalidParameter(
      `Retention of ${retentionInDays} days is not one of ${[...ALLOWED_DAYS].join(', ')}.`,
    );
  }
  findGroup(logGroupName, call).retentionInDays = retentionInDays;
};
