import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import type { World } from '../../endpoint/world.ts';
import { statementsOf } from '../s3/resource-policy.ts';
import { readRedrivePolicy } from './redrive-policy.ts';
import { invalidParameter, requireWholeNumber } from './sqs-error.ts';
import type { Queue } from './store.ts';

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const numbers = new Map([
  ['VisibilityTimeout', { min: 0, max: 43_200, fallback: '30' }],
  ['MessageRetentionPeriod', { min: 60, max: 1_209_600, fallback: '345600' }],
  ['DelaySeconds', { min: 0, max: 900, fallback: '0' }],
  ['ReceiveMessageWaitTimeSeconds', { min: 0, max: 20, fallback: '0' }],
  ['MaximumMessageSize', { min: 1_024, max: 1_048_576, fallback: '1048576' }],
  ['KmsDataKeyReusePeriodSeconds', { min: 60, max: 86_400, fallback: '300' }],
]);

/** An empty value of these takes the attribute away. */
const removable = new Set(['Policy', 'RedrivePolicy', 'RedriveAllowPolicy', 'KmsMasterKeyId']);

export type QueueNumber =
  | 'VisibilityTimeout'
  | 'MessageRetentionPeriod'
  | 'DelaySeconds'
  | 'ReceiveMessageWaitTimeSeconds'
  | 'MaximumMessageSize';

export const numberOf = (queue: Queue, name: QueueNumber): number =>
  Number(queue.attributes.get(name) ?? numbers.get(name)?.fallback);

/** The attributes as they are after a change, checked; the queue itself stays as it is. */
export function changedAttributes(
  world: World,
  region: string,
  before: ReadonlyMap<string, string>,
  changes: Readonly<Record<string, string>>,
): Map<string, string> {
  const after = new Map(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '' && removable.has(name)) {
      after.delete(name);
      continue;
    }
    after.set(name, checkedAttribute(world, region, name, value));
  }
  // The two ways of encrypting exclude each other; the one named last wins.
  if (changes.KmsMasterKeyId && changes.SqsManagedSseEnabled !== 'true')
    after.set('SqsManagedSseEnabled', 'false');
  if (changes.SqsManagedSseEnabled === 'true') after.delete('KmsMasterKeyId');
  return after;
}

function checkedAttribute(world: World, region: string, name: string, value: string): string {
  const bounds = numbers.get(name);
  if (bounds) return String(requireWholeNumber(name, value, bounds.min, bounds.max));
  switch (name) {
    case 'Policy':
      statementsOf(value, 'InvalidParameterValue');
      return value;
    case 'RedrivePolicy':
      readRedrivePolicy(world, region, value);
      return value;
    case 'KmsMasterKeyId':
      return value;
    case 'SqsManagedSseEnabled':
      if (value === 'true' || value === 'false') return value;
      throw invalidParameter(`Value ${value} for parameter SqsManagedSseEnabled is invalid.`);
    case 'FifoQueue':
    case 'RedriveAllowPolicy':
      throw unsupported(`the queue attribute ${name}`);
    default:
      throw unknownAttribute(name);
  }
}

export const unknownAttribute = (name: string) =>
  new ServiceError('InvalidAttributeName', `Unknown Attribute ${name}.`);

/** What may be asked for: also what a queue does not have set. */
export const isKnownAttribute = (name: string) =>
  numbers.has(name) || removable.has(name) || otherAttributes.has(name);

const otherAttributes = new Set([
  ...['All', 'SqsManagedSseEnabled', 'QueueArn', 'CreatedTimestamp', 'LastModifiedTimestamp'],
  ...['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
  ...['ApproximateNumberOfMessagesDelayed', 'FifoQueue'],
]);

/** Every attribute as GetQueueAttributes shows it. */
export function shownAttributes(queue: Queue, now: number): Map<string, string> {
  const shown = new Map([...numbers].map(([name, { fallback }]) => [name, fallback] as const));
  if (!queue.attributes.has('KmsMasterKeyId')) shown.delete('KmsDataKeyReusePeriodSeconds');
  shown.set('SqsManagedSseEnabled', 'true');
  for (const [name, value] of queue.attributes) shown.set(name, value);
  shown.set('QueueArn', queue.arn);
  shown.set('CreatedTimestamp', String(Math.floor(queue.createdAt / 1000)));
  shown.set('LastModifiedTimestamp', String(Math.floor(queue.modifiedAt / 1000)));
  for (const [name, count] of depths(queue, now)) shown.set(name, String(count));
  return shown;
}

/** How many messages wait, are in flight, and are delayed. */
export function depths(queue: Queue, now: number) {
  const hidden = [...queue.messages].filter((message) => message.visibleAt > now);
  const inFlight = hidden.filter((message) => message.receiveCount > 0).length;
  return new Map([
    ['ApproximateNumberOfMessages', queue.messages.size - hidden.length],
    ['ApproximateNumberOfMessagesNotVisible', inFlight],
    ['ApproximateNumberOfMessagesDelayed', hidden.length - inFlight],
  ]);
}
