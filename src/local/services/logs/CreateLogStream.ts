import type { CreateLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { findGroup } from './groups.ts';
import { createStream } from './streams.ts';

export const CreateLogStream: Operation<CreateLogStreamRequest, void> = (
  { logGroupName, logStreamName = '' },
  call,
) => {
  createStream(findGroup(logGroupName, call), logStreamName, call.world);
};
