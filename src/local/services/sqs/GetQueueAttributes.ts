import type {
  GetQueueAttributesRequest,
  GetQueueAttributesResult,
  QueueAttributeName,
} from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { isKnownAttribute, shownAttributes, unknownAttribute } from './queue-attributes.ts';
import { dropExpired } from './queue-messages.ts';
import { queueOfUrl } from './queue-url.ts';

export const GetQueueAttributes: Operation<GetQueueAttributesRequest, GetQueueAttributesResult> = (
  input,
  call,
) => {
  const queue = queueOfUrl(input.QueueUrl, 'GetQueueAttributes', call);
  const names = input.AttributeNames ?? [];
  const unknown = names.find((name) => !isKnownAttribute(name));
  if (unknown) throw unknownAttribute(unknown);
  dropExpired(call.world, queue);
  const shown = [...shownAttributes(queue, call.world.clock.now())];
  const wanted = names.includes('All')
    ? shown
    : shown.filter(([name]) => names.includes(name as QueueAttributeName));
  return { Attributes: Object.fromEntries(wanted) };
};
