import { createHash } from 'node:crypto';
import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { MessageAttributes } from './message.ts';

export const bodyDigest = (body: string): string => createHash('md5').update(body).digest('hex');

/**
 * The MD5 over a message's attributes that clients compare with their own; undefined when there are none.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation
 */
export function attributesDigest(attributes: MessageAttributes): string | undefined {
  if (!attributes.size) return undefined;
  const hash = createHash('md5');
  for (const name of [...attributes.keys()].sort()) {
    const attribute = attributes.get(name);
    if (!attribute) continue;
    hash.update(withLength(Buffer.from(name)));
    hash.update(withLength(Buffer.from(attribute.DataType ?? '')));
    hash.update(Buffer.of(attribute.BinaryValue ? 2 : 1));
    hash.update(withLength(valueBytes(attribute)));
  }
  return hash.digest('hex');
}

export const valueBytes = (attribute: MessageAttributeValue): Uint8Array =>
  attribute.BinaryValue ?? Buffer.from(attribute.StringValue ?? '');

function withLength(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
