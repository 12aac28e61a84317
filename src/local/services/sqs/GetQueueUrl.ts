import type { GetQueueUrlRequest, GetQueueUrlResult } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { queueUrl } from './queue-url.ts';
import { requireQueue } from './store.ts';

export const GetQueueUrl: Operation<GetQueueUrlRequest, GetQueueUrlResult> = (input, call) => {
  const owner = input.QueueOwnerAWSAccountId ?? call.accountId;
  const queue = requireQueue(
    call.world,
    `arn:${call.partition}:sqs:${call.region}:${owner}:${input.QueueName}`,
  );
  return { QueueUrl: queueUrl(call.world, queue) };
};
