import type { ListQueuesRequest, ListQueuesResult } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { queueUrl } from './queue-url.ts';
import { queuesOf } from './store.ts';

export const ListQueues: Operation<ListQueuesRequest, ListQueuesResult> = (input, call) => {
  const all = [...queuesOf(call.world, call.accountId, call.region).byName.values()]
    .filter((queue) => queue.name.startsWith(input.QueueNamePrefix ?? ''))
    .map((queue) => queueUrl(call.world, queue))
    .sort();
  const { items, nextToken } = page(all, {
    limit: input.MaxResults ?? 1_000,
    token: input.NextToken,
    badTokenCode: 'InvalidParameterValue',
  });
  return items.length ? { QueueUrls: items, NextToken: nextToken } : {};
};
