import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import { matchesPattern } from '../events/pattern/match.ts';
import type { Message, MessageAttributes } from './message.ts';
import type { Subscription } from './store.ts';

/** Whether a subscriber's filter lets a message through. */
export function passesFilter({ filter, attributes }: Subscription, message: Message): boolean {
  if (!filter) return true;
  if (attributes.get('FilterPolicyScope') !== 'MessageBody') {
    return matchesPattern(filter, attributeValues(message.MessageAttributes ?? {}));
  }
  const body = parsed(message.Message);
  return body !== undefined && matchesPattern(filter, body);
}

const attributeValues = (attributes: MessageAttributes) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [name, attributeValue(attribute)]),
  );

function attributeValue({ DataType = '', StringValue = '' }: MessageAttributeValue): unknown {
  if (DataType.startsWith('String.Array')) return parsed(StringValue) ?? [];
  return DataType.startsWith('Number') ? Number(StringValue) : StringValue;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
