import type { ListQueueTagsRequest, ListQueueTagsResult } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { queueOfUrl } from './queue-url.ts';

export const ListQueueTags: Operation<ListQueueTagsRequest, ListQueueTagsResult> = (input, call) => ({
  Tags: Object.fromEntries(queueOfUrl(input.QueueUrl, 'ListQueueTags', call).tags),
});
