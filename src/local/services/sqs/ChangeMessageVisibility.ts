import type { ChangeMessageVisibilityRequest } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { queueOfUrl } from './queue-url.ts';
import { changeVisibility } from './receive.ts';

export const ChangeMessageVisibility: Operation<ChangeMessageVisibilityRequest, object> = (input, call) => {
  const queue = queueOfUrl(input.QueueUrl, 'ChangeMessageVisibility', call);
  changeVisibility(call.world, queue.arn, input.ReceiptHandle ?? '', input.VisibilityTimeout ?? Number.NaN);
  return {};
};
