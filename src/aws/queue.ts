import { ATTEMPT_LIMITS } from './sdk-limits.ts';

/** What the function does with its own queues, beside receiving. */
export interface Queues {
  /** Puts a message that can never be used where people find it, with the reason. */
  setAside(body: string, why: { readonly reason: string; readonly eventId: string | null }): Promise<void>;
  /** When a message that was not finished comes again. */
  comeAgainAfter(seconds: number, receiptHandle: string): Promise<void>;
}

interface QueueUrls {
  readonly queueUrl: string;
  readonly deadLetterQueueUrl: string;
}

export function makeQueues({ queueUrl, deadLetterQueueUrl }: QueueUrls): Queues {
  return {
    async setAside(body, { reason, eventId }) {
      const { SQSClient, SendMessageCommand } = await import('@aws-sdk/client-sqs');
      const text = (value: string) => ({ DataType: 'String', StringValue: value });
      await new SQSClient(ATTEMPT_LIMITS).send(
        new SendMessageCommand({
          QueueUrl: deadLetterQueueUrl,
          // SQS takes no empty message.
          MessageBody: body || '(empty)',
          MessageAttributes: { reason: text(reason), eventId: text(eventId || 'unknown') },
        }),
      );
    },
    async comeAgainAfter(seconds, receiptHandle) {
      const { ChangeMessageVisibilityCommand, SQSClient } = await import('@aws-sdk/client-sqs');
      await new SQSClient(ATTEMPT_LIMITS).send(
        new ChangeMessageVisibilityCommand({
          QueueUrl: queueUrl,
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: seconds,
        }),
      );
    },
  };
}
