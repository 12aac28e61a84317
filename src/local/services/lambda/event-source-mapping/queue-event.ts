import { createHash } from 'node:crypto';
import type { ReceivedMessage } from '../../sqs/receive.ts';

/** The event a function gets for a batch. @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export const queueEvent = (messages: readonly ReceivedMessage[], queueArn: string): string =>
  JSON.stringify({ Records: messages.map((message) => recordOf(message, queueArn)) });

const recordOf = (message: ReceivedMessage, queueArn: string) => ({
  messageId: message.messageId,
  receiptHandle: message.receiptHandle,
  body: message.body,
  attributes: Object.fromEntries(message.systemAttributes),
  messageAttributes: Object.fromEntries(
    [...message.attributes].map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      {
        ...(StringValue !== undefined && { stringValue: StringValue }),
        ...(BinaryValue && { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
        stringListValues: [],
        binaryListValues: [],
        dataType: DataType,
      },
    ]),
  ),
  md5OfBody: createHash('md5').update(message.body).digest('hex'),
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: queueArn.split(':')[3],
});
