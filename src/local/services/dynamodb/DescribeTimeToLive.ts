import type { DescribeTimeToLiveInput, DescribeTimeToLiveOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { findTable } from './find-table.ts';

export const DescribeTimeToLive: Operation<DescribeTimeToLiveInput, DescribeTimeToLiveOutput> = (
  { TableName },
  call,
) => {
  const { timeToLiveAttribute: AttributeName } = findTable(TableName, call);
  const TimeToLiveStatus = AttributeName ? 'ENABLED' : 'DISABLED';
  return { TimeToLiveDescription: { TimeToLiveStatus, AttributeName } };
};
