import { unsupported } from '../../endpoint/unsupported.ts';
import type { World } from '../../endpoint/world.ts';
import { statementsOf } from '../s3/resource-policy.ts';
import { defaultPolicy } from './policy.ts';
import { invalidParameter } from './sns-error.ts';
import type { Topic } from './store.ts';
import { subscriptionsIn } from './subscriptions.ts';

const DEFAULT_MESSAGE_BYTES = 262_144;

/** Attributes that can be set, and what their values must be. */
const CHECKS = new Map<string, (value: string) => boolean>([
  ['DisplayName', (value) => value.length <= 100],
  ['Policy', isPolicy],
  ['DeliveryPolicy', isJsonObject],
  ['KmsMasterKeyId', () => true],
  ['TracingConfig', (value) => ['PassThrough', 'Active'].includes(value)],
  ['SignatureVersion', (value) => ['1', '2'].includes(value)],
  [
    'MaximumMessageSize',
    (value) => /^\d+$/.test(value) && Number(value) >= 1024 && Number(value) <= DEFAULT_MESSAGE_BYTES,
  ],
]);

/** How SNS tells of deliveries, by protocol. @see https://docs.aws.amazon.com/sns/latest/dg/msg-status-sdk.html */
const FEEDBACK =
  /^(HTTP|Firehose|Lambda|Application|SQS)(SuccessFeedbackSampleRate|(Success|Failure)FeedbackRoleArn)$/;

/** A sample rate changes nothing before a role is named that writes the log, and that is not served. */
const isSampleRate = (name: string) => FEEDBACK.test(name) && name.endsWith('SampleRate');
const isFeedbackRole = (name: string) => FEEDBACK.test(name) && name.endsWith('RoleArn');
const isPercentage = (value: string) => /^\d{1,3}$/.test(value) && Number(value) <= 100;

const isUnserved = (name: string) =>
  isFeedbackRole(name) ||
  ['FifoTopic', 'ContentBasedDeduplication', 'FifoThroughputScope', 'ArchivePolicy'].includes(name);

/** Sets an attribute; an empty value puts the default back. @throws ServiceError `InvalidParameter` */
export function setTopicAttribute(topic: Topic, name: string, value: string): void {
  if (isUnserved(name) && !['', 'false'].includes(value)) throw unsupported(`the topic attribute ${name}`);
  if (isUnserved(name)) return;
  const check = isSampleRate(name) ? isPercentage : CHECKS.get(name);
  if (!check) throw invalidParameter('AttributeName');
  if (value !== '' && !check(value)) throw invalidParameter(`Attributes Reason: ${name}`);
  if (value === '') topic.attributes.delete(name);
  else topic.attributes.set(name, value);
}

export const maximumMessageBytes = ({ attributes }: Topic): number =>
  Number(attributes.get('MaximumMessageSize') ?? DEFAULT_MESSAGE_BYTES);

/** All attributes as GetTopicAttributes shows them. */
export function topicAttributes(topic: Topic, world: World): Record<string, string> {
  const subscriptions = subscriptionsIn(topic, world);
  const confirmed = subscriptions.filter(({ isConfirmed }) => isConfirmed).length;
  return {
    DisplayName: '',
    Policy: defaultPolicy(topic),
    EffectiveDeliveryPolicy: effectiveDeliveryPolicy(topic),
    ...Object.fromEntries(topic.attributes),
    TopicArn: topic.arn,
    Owner: topic.accountId,
    SubscriptionsConfirmed: String(confirmed),
    SubscriptionsPending: String(subscriptions.length - confirmed),
    SubscriptionsDeleted: String(topic.deletedSubscriptions),
  };
}

/** What a topic's own delivery policy does not say is as by default. */
function effectiveDeliveryPolicy({ attributes }: Topic): string {
  const { http = {} } = JSON.parse(attributes.get('DeliveryPolicy') ?? '{}');
  return JSON.stringify({ http: { ...deliveryPolicy.http, ...http } });
}

/** How SNS retries HTTP deliveries unless told otherwise. */
const deliveryPolicy = {
  http: {
    defaultHealthyRetryPolicy: {
      minDelayTarget: 20,
      maxDelayTarget: 20,
      numRetries: 3,
      numMaxDelayRetries: 0,
      numNoDelayRetries: 0,
      numMinDelayRetries: 0,
      backoffFunction: 'linear',
    },
    disableSubscriptionOverrides: false,
    defaultRequestPolicy: { headerContentType: 'text/plain; charset=UTF-8' },
  },
};

function isJsonObject(value: string): boolean {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}

function isPolicy(value: string): boolean {
  return statementsOf(value, 'InvalidParameter').length > 0;
}
