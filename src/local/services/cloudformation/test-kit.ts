import { expect } from 'vitest';
import type { Call, Service } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { TEST_REGION, testWorld } from '../../endpoint/test-world.ts';
import { cloudformation } from './index.ts';

/** Queues without messages, topics without subscribers: just enough for a stack to be made of. */
function fakeServices() {
  const queues = new Map<string, Record<string, string>>();
  const topics = new Set<string>();
  const parameters = new Map<string, string>();
  const calls: { operation: string; input: Record<string, unknown>; call: Call }[] = [];
  /** Operations that fail, each with what they say. */
  const failing = new Map<string, ServiceError>();

  // biome-ignore lint/suspicious/noExplicitAny: fakes read only the members that the tests are about
  type Input = any;
  const operations = (behaviour: Record<string, (input: Input) => unknown>): Service['operations'] =>
    Object.fromEntries(
      Object.entries(behaviour).map(([operation, run]) => [
        operation,
        (input: Record<string, unknown>, call: Call) => {
          calls.push({ operation, input, call });
          const failure = failing.get(operation);
          if (failure) throw failure;
          return run(input);
        },
      ]),
    );
  const queueAt = (url: string) => {
    const queue = queues.get(url);
    if (!queue) throw new ServiceError('AWS.SimpleQueueService.NonExistentQueue', 'The queue does not exist');
    return queue;
  };

  const sqs: Service = {
    name: 'sqs',
    operations: operations({
      GetQueueUrl: ({ QueueName }) => queueAt(`https://sqs/${QueueName}`) && { QueueUrl: QueueName },
      CreateQueue: ({ QueueName, Attributes }) => {
        queues.set(`https://sqs/${QueueName}`, { ...Attributes });
        return { QueueUrl: `https://sqs/${QueueName}` };
      },
      GetQueueAttributes: ({ QueueUrl }) =>
        queueAt(QueueUrl) && { Attributes: { QueueArn: arnOf(QueueUrl) } },
      SetQueueAttributes: ({ QueueUrl, Attributes }) => Object.assign(queueAt(QueueUrl), Attributes) && {},
      TagQueue: () => ({}),
      DeleteQueue: ({ QueueUrl }) => queueAt(QueueUrl) && queues.delete(QueueUrl),
    }),
  };
  const sns: Service = {
    name: 'sns',
    operations: operations({
      CreateTopic: ({ Name }) => {
        const TopicArn = `arn:aws:sns:${TEST_REGION}:111122223333:${Name}`;
        topics.add(TopicArn);
        return { TopicArn };
      },
      DeleteTopic: ({ TopicArn }) => topics.delete(TopicArn),
      SetTopicAttributes: () => ({}),
    }),
  };
  const ssm: Service = {
    name: 'ssm',
    operations: operations({
      PutParameter: ({ Name, Value }) => parameters.set(Name, Value) && {},
      DeleteParameter: ({ Name }) => parameters.delete(Name),
    }),
  };
  return { services: [sqs, sns, ssm], queues, topics, parameters, calls, failing };
}

const arnOf = (url: string) => `arn:aws:sqs:${TEST_REGION}:111122223333:${url.split('/').at(-1)}`;

/** A world with CloudFormation and the fakes; `deploy` waits until a stack is what it will be. */
export function stackWorld(...others: readonly Service[]) {
  const fakes = fakeServices();
  const { world, clock, send } = testWorld(cloudformation, ...fakes.services, ...others);
  // biome-ignore lint/suspicious/noExplicitAny: tests look at single members of answers
  const request = (operation: string, input: object = {}): Promise<any> =>
    send('cloudformation', operation, input);

  const stackNow = async (StackName = 'demo') => (await request('DescribeStacks', { StackName })).Stacks[0];

  async function settled(StackName = 'demo') {
    for (let turns = 0; turns < 200; turns++) {
      const stack = await stackNow(StackName);
      if (!stack.StackStatus.endsWith('_IN_PROGRESS')) return stack;
      await clock.advance(1000);
    }
    return expect.unreachable('the stack does not settle');
  }
  async function deploy(operation: 'CreateStack' | 'UpdateStack', template: object, input: object = {}) {
    const TemplateBody = JSON.stringify(template);
    const { StackId } = await request(operation, { StackName: 'demo', TemplateBody, ...input });
    return settled(StackId);
  }
  const create = (template: object, input?: object) => deploy('CreateStack', template, input);
  const update = (template: object, input?: object) => deploy('UpdateStack', template, input);
  const events = async (StackName = 'demo') =>
    (await request('DescribeStackEvents', { StackName })).StackEvents.toReversed();
  return { ...fakes, world, clock, send, request, create, update, settled, stackNow, events };
}
