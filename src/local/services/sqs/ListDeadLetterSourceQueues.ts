import type {
  ListDeadLetterSourceQueuesRequest,
  ListDeadLetterSourceQueuesResult,
} from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { queueOfUrl, queueUrl } from './queue-url.ts';
import { queuesOf } from './store.ts';

/** The queues whose messages end in this one. */
export const ListDeadLetterSourceQueues: Operation<
  ListDeadLetterSourceQueuesRequest,
  ListDeadLetterSourceQueuesResult
> = (input, call) => {
  const { arn } = queueOfUrl(input.QueueUrl, 'ListDeadLetterSourceQueues', call);
  const sources = [...queuesOf(call.world, call.accountId, call.region).byName.values()]
    .filter(({ attributes }) => {
      const { deadLetterTargetArn } = JSON.parse(attributes.get('RedrivePolicy') ?? '{}');
      return deadLetterTargetArn === arn;
    })
    .map((queue) => queueUrl(call.world, queue));
  const { items, nextToken } = page(sources, {
    limit: input.MaxResults ?? 1_000,
    token: input.NextToken,
    badTokenCode: 'InvalidParameterValue',
  });
  return { queueUrls: items, NextToken: nextToken };
};
