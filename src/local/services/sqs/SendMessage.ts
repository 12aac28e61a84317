import type { SendMessageRequest, SendMessageResult } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { queueOfUrl } from './queue-url.ts';
import { send } from './send.ts';

export const SendMessage: Operation<SendMessageRequest, SendMessageResult> = (input, call) =>
  send(queueOfUrl(input.QueueUrl, 'SendMessage', call), input, call);
