import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import { invalidParameter } from './sns-error.ts';

export type MessageAttributes = Readonly<Record<string, MessageAttributeValue>>;

/** What a publisher hands over. */
export interface Message {
  readonly Message: string;
  readonly Subject?: string | undefined;
  readonly MessageStructure?: string | undefined;
  readonly MessageAttributes?: MessageAttributes | undefined;
}

/**
 * Refuses what SNS refuses.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 * @throws ServiceError `InvalidParameter`
 */
export function checkMessage(message: Message, maximumBytes: number): void {
  const { Message: body, Subject, MessageStructure, MessageAttributes = {} } = message;
  if (Subject !== undefined) checkSubject(Subject);
  if (body === '') throw invalidParameter('Empty message');
  if (MessageStructure !== undefined && MessageStructure !== '') checkStructure(MessageStructure, body);
  checkAttributes(MessageAttributes);
  if (Buffer.byteLength(body) + sizeOf(MessageAttributes) > maximumBytes) {
    throw invalidParameter(`Message too long: the limit is ${maximumBytes} bytes`);
  }
}

function checkSubject(subject: string): void {
  if (subject === '') throw invalidParameter('Subject');
  // "Less than 100 characters" says the documentation.
  if ([...subject].length >= 100) throw invalidParameter('Subject');
  if (/[\p{Cc}\u2028\u2029]/u.test(subject) || !subject.isWellFormed()) throw invalidParameter('Subject');
  // The documentation long asked for ASCII letters, numbers or punctuation at the beginning; nothing says that all Regions stopped.
  if (!/^[!-~]/.test(subject)) throw invalidParameter('Subject');
}

function checkStructure(structure: string, body: string): void {
  if (structure !== 'json') throw invalidParameter('MessageStructure');
  const byProtocol = parsed(body);
  if (!byProtocol) throw invalidParameter('Message Structure - JSON message body failed to parse');
  if (typeof byProtocol.default !== 'string') {
    throw invalidParameter('Message Structure - No default entry in JSON message body');
  }
}

function parsed(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** What a subscriber of one protocol is told. */
export function textFor(protocol: string, { Message: body, MessageStructure }: Message): string {
  if (MessageStructure !== 'json') return body;
  const byProtocol = parsed(body) ?? {};
  const own = Object.hasOwn(byProtocol, protocol) ? byProtocol[protocol] : undefined;
  return typeof own === 'string' ? own : String(byProtocol.default);
}

const TYPES = /^(String|String\.Array|Number|Binary)(\..+)?$/;

function checkAttributes(attributes: MessageAttributes): void {
  for (const [name, { DataType = '', StringValue, BinaryValue }] of Object.entries(attributes)) {
    if (!/^[\w.-]{1,256}$/.test(name)) throw invalidParameter(`MessageAttributes: the name ${name}`);
    if (!TYPES.test(DataType)) throw invalidParameter(`MessageAttributes: the type ${DataType} of ${name}`);
    const value = DataType.startsWith('Binary') ? BinaryValue : StringValue;
    if (!value?.length) throw invalidParameter(`MessageAttributes: ${name} must have a value of its type`);
  }
}

const sizeOf = (attributes: MessageAttributes): number =>
  Object.entries(attributes).reduce(
    (bytes, [name, { DataType = '', StringValue = '', BinaryValue }]) =>
      bytes + Buffer.byteLength(name + DataType + StringValue) + (BinaryValue?.length ?? 0),
    0,
  );
