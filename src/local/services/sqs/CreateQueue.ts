import type { CreateQueueRequest, CreateQueueResult } from '@aws-sdk/client-sqs';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { changedAttributes, shownAttributes } from './queue-attributes.ts';
import { reportDepths } from './queue-metrics.ts';
import { queueUrl } from './queue-url.ts';
import { invalidParameter } from './sqs-error.ts';
import { type Queue, queuesOf } from './store.ts';

/** A queue's name is free again this long after its deletion. */
const nameRestsForMs = 60_000;

export const CreateQueue: Operation<CreateQueueRequest, CreateQueueResult> = (input, call) => {
  const { world, accountId, region } = call;
  const name = checkedName(input.QueueName ?? '');
  const attributes = changedAttributes(world, region, new Map(), input.Attributes ?? {});
  const queues = queuesOf(world, accountId, region);
  const present = queues.byName.get(name);
  if (present) {
    refuseOtherAttributes(present, attributes);
    return { QueueUrl: queueUrl(world, present) };
  }
  refuseDeletedRecently(queues.deletedAt.get(name), call);
  const queue = newQueue(name, attributes, input, call);
  queues.byName.set(name, queue);
  queue.stop = reportDepths(world, queue);
  return { QueueUrl: queueUrl(world, queue) };
};

function newQueue(
  name: string,
  attributes: Map<string, string>,
  input: CreateQueueRequest,
  call: Call,
): Queue {
  const { world, accountId, region, partition } = call;
  return {
    name,
    arn: `arn:${partition}:sqs:${region}:${accountId}:${name}`,
    accountId,
    region,
    createdAt: world.clock.now(),
    modifiedAt: world.clock.now(),
    purgedAt: Number.NEGATIVE_INFINITY,
    attributes,
    tags: new Map(Object.entries(input.tags ?? {})),
    messages: new Set(),
    listeners: new Set(),
    stop: () => {},
  };
}

function checkedName(name: string): string {
  if (name.endsWith('.fifo')) throw unsupported('FIFO queues');
  if (/^[\w-]{1,80}$/.test(name)) return name;
  throw invalidParameter(
    'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
  );
}

/** Creating a queue again is no error when it asks for nothing that is different. */
function refuseOtherAttributes(present: Queue, wanted: ReadonlyMap<string, string>) {
  const shown = shownAttributes(present, present.modifiedAt);
  for (const [name, value] of wanted) {
    if (shown.get(name) === value) continue;
    throw new ServiceError(
      'QueueAlreadyExists',
      `A queue already exists with the same name and a different value for attribute ${name}`,
    );
  }
}

function refuseDeletedRecently(deletedAt: number | undefined, { world }: Call) {
  if (deletedAt === undefined || world.clock.now() - deletedAt >= nameRestsForMs) return;
  throw new ServiceError(
    'AWS.SimpleQueueService.QueueDeletedRecently',
    'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
  );
}
