import type { DeleteLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { findGroup } from './groups.ts';
import { findStream } from './streams.ts';

export const DeleteLogStream: Operation<DeleteLogStreamRequest, void> = (
  { logGroupName, logStreamName },
  call,
) => {
  const group = findGroup(logGroupName, call);
  group.streams.delete(findStream(group, logStreamName).name);
};
