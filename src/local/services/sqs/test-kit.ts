import type {
  CreateQueueResult,
  GetQueueAttributesResult,
  Message,
  ReceiveMessageResult,
} from '@aws-sdk/client-sqs';
import { testWorldWith } from '../../endpoint/test-world.ts';
import type { WorldSettings } from '../../endpoint/world.ts';
import { sqs } from './index.ts';

export const queueArn = 'arn:aws:sqs:us-east-1:111122223333:jobs';

/** A world with the queue `jobs`, and short ways to use it. */
export async function worldWithQueue(settings: Partial<WorldSettings> = {}) {
  const aws = testWorldWith(settings, sqs);
  const send = (operation: string, input: object = {}) => aws.send('sqs', operation, input);

  async function createQueue(QueueName: string, Attributes: Record<string, string> = {}): Promise<string> {
    const created = (await send('CreateQueue', { QueueName, Attributes })) as CreateQueueResult;
    return created.QueueUrl ?? '';
  }

  const QueueUrl = await createQueue('jobs');
  const ofQueue = (operation: string, input: object = {}) => send(operation, { QueueUrl, ...input });

  async function receive(input: object = {}): Promise<readonly Message[]> {
    const received = await ofQueue('ReceiveMessage', { MaxNumberOfMessages: 10, ...input });
    return (received as ReceiveMessageResult).Messages ?? [];
  }

  async function attributes(): Promise<Record<string, string>> {
    const shown = await ofQueue('GetQueueAttributes', { AttributeNames: ['All'] });
    return (shown as GetQueueAttributesResult).Attributes ?? {};
  }

  return { ...aws, QueueUrl, call: send, createQueue, ofQueue, receive, attributes };
}
