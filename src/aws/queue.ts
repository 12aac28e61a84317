import { ChangeMessageVisibilityCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const client = new SQSClient();

/** Puts a message that can never be used where people find it, with the reason. */
export async function sendToDeadLetters(
  queueUrl: string,
  body: string,
  { reason, eventId }: { readonly reason: string; readonly eventId: string | null },
): Promise<void> {
  const text = (value: string) => ({ DataType: 'String', StringValue: value });
  const attributes = { reason: text(reason), eventId: text(eventId || 'unknown') };
  await client.send(
    new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body || ' ', MessageAttributes: attributes }),
  );
}

/** When a message that was not finished comes again. */
export async function changeVisibility(
  queueUrl: string,
  receiptHandle: string,
  seconds: number,
): Promise<void> {
  await client.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: queueUrl,
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: seconds,
    }),
  );
}
