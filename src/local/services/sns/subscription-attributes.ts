import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { compilePattern, type EventPattern } from '../events/pattern/compile.ts';
import { invalidParameter } from './sns-error.ts';
import type { Subscription } from './store.ts';

/** @throws ServiceError `InvalidParameter` */
export function setSubscriptionAttribute(subscription: Subscription, name: string, value: string): void {
  if (['DeliveryPolicy', 'SubscriptionRoleArn', 'ReplayPolicy'].includes(name)) {
    throw unsupported(`the subscription attribute ${name}`);
  }
  const set = SETTERS.get(name);
  if (!set) throw invalidParameter('AttributeName');
  set(subscription, value);
  if (value === '') subscription.attributes.delete(name);
  else subscription.attributes.set(name, value);
}

const SETTERS = new Map<string, (subscription: Subscription, value: string) => void>([
  [
    'FilterPolicy',
    (subscription, value) => {
      subscription.filter = filterOf(value);
    },
  ],
  [
    'FilterPolicyScope',
    (_, value) => checkOneOf(value, ['', 'MessageAttributes', 'MessageBody'], 'FilterPolicyScope'),
  ],
  [
    'RawMessageDelivery',
    ({ protocol }, value) => {
      checkOneOf(value, ['true', 'false'], 'RawMessageDelivery');
      if (value === 'true' && protocol !== 'sqs') {
        throw invalidParameter(
          `Attributes Reason: Delivery protocol [${protocol}] does not support raw message delivery.`,
        );
      }
    },
  ],
  [
    'RedrivePolicy',
    (_, value) => {
      if (value !== '' && !deadLetterQueueOf(value)) throw invalidParameter('RedrivePolicy');
    },
  ],
]);

function checkOneOf(value: string, allowed: readonly string[], name: string): void {
  if (!allowed.includes(value))
    throw invalidParameter(`Attributes Reason: ${name}: Invalid value [${value}].`);
}

/** SNS writes filters as EventBridge writes patterns; an empty one lets everything through. */
function filterOf(value: string): EventPattern | undefined {
  if (value === '' || /^\s*\{\s*\}\s*$/.test(value)) return undefined;
  try {
    return compilePattern(value);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalidParameter(`FilterPolicy: ${error.message}`);
  }
}

/** The queue that gets what could not be delivered. */
export function deadLetterQueueOf(redrivePolicy: string | undefined): string | undefined {
  try {
    const { deadLetterTargetArn } = JSON.parse(redrivePolicy ?? '{}');
    return /^arn:[^:]+:sqs:/.test(deadLetterTargetArn) ? deadLetterTargetArn : undefined;
  } catch {
    return undefined;
  }
}
