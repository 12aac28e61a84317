import type { MessageAttributeValue, SendMessageRequest } from '@aws-sdk/client-sqs';
import type { Caller } from '../../endpoint/caller.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import type { Outgoing } from './message.ts';
import { valueBytes } from './message-digest.ts';
import { numberOf } from './queue-attributes.ts';
import { invalidParameter } from './sqs-error.ts';
import type { Queue } from './store.ts';

/** One message of SendMessage or SendMessageBatch, checked as SQS checks it. */
export function toOutgoing(entry: Omit<SendMessageRequest, 'QueueUrl'>, caller: Caller): Outgoing {
  refuseUnsupported(entry, 'MessageSystemAttributes', 'MessageDeduplicationId', 'MessageGroupId');
  const attributes = Object.entries(entry.MessageAttributes ?? {});
  if (attributes.length > 10) {
    throw invalidParameter(
      `Number of message attributes [${attributes.length}] exceeds the allowed maximum [10].`,
    );
  }
  for (const [name, attribute] of attributes) checkAttribute(name, attribute);
  return {
    body: checkedBody(entry.MessageBody ?? ''),
    attributes: new Map(attributes),
    senderId: caller.principalId,
  };
}

/** Body and attributes count; a queue may be set to take less than SQS's 1 MiB. */
export function refuseOversized(queue: Queue, outgoing: Outgoing) {
  const limit = numberOf(queue, 'MaximumMessageSize');
  if (sizeOf(outgoing) <= limit) return;
  throw invalidParameter(
    `One or more parameters are invalid. Reason: Message must be shorter than ${limit} bytes.`,
  );
}

export function sizeOf({ body, attributes }: Outgoing): number {
  let size = Buffer.byteLength(body);
  for (const [name, attribute] of attributes) {
    size += Buffer.byteLength(name) + Buffer.byteLength(attribute.DataType ?? '');
    size += valueBytes(attribute).length;
  }
  return size;
}

/** @see https://www.w3.org/TR/REC-xml/#charsets the characters that SQS takes */
const allowedCharacters = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

function checkedBody(body: string): string {
  if (!body)
    throw new ServiceError('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (allowedCharacters.test(body)) return body;
  throw new ServiceError(
    'InvalidMessageContents',
    'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
  );
}

function checkAttribute(name: string, attribute: MessageAttributeValue) {
  if (!/^[A-Za-z0-9_.-]{1,256}$/.test(name) || /^(aws|amazon)\./i.test(name)) {
    throw invalidParameter(`Message attribute name ${name} is invalid.`);
  }
  const [type] = (attribute.DataType ?? '').split('.');
  if (type !== 'String' && type !== 'Number' && type !== 'Binary') {
    throw invalidParameter(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  }
  const value = type === 'Binary' ? attribute.BinaryValue : attribute.StringValue;
  if (!value?.length) {
    throw invalidParameter(
      `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${attribute.DataType}'.`,
    );
  }
  if (type === 'Number' && !Number.isFinite(Number(value))) {
    throw invalidParameter(`Can't cast the value of message (user) attribute '${name}' to a number.`);
  }
}
