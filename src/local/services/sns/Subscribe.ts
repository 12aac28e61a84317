import { randomBytes, randomUUID } from 'node:crypto';
import type { SubscribeInput, SubscribeResponse } from '@aws-sdk/client-sns';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { isServedProtocol } from './delivery/deliver.ts';
import { mailConfirmation } from './delivery/email.ts';
import { invalidParameter } from './sns-error.ts';
import type { Subscription, Topic } from './store.ts';
import { setSubscriptionAttribute } from './subscription-attributes.ts';
import { subscriptionsIn } from './subscriptions.ts';
import { topicFor } from './topic-for.ts';

export const Subscribe: Operation<SubscribeInput, SubscribeResponse> = (input, call) => {
  const { Protocol: protocol = '', Endpoint: endpoint = '', Attributes = {} } = input;
  if (!isServedProtocol(protocol)) throw unsupported(`the subscription protocol ${protocol}`);
  const isMail = protocol.startsWith('email');
  checkEndpoint(protocol, endpoint, call);
  const topic = topicFor(input.TopicArn, 'Subscribe', call);
  const existing = subscriptionsIn(topic, call.world).find(
    (candidate) => candidate.protocol === protocol && candidate.endpoint === endpoint,
  );
  const subscription = existing ?? newSubscription(topic, { protocol, endpoint }, call);
  if (existing) checkSame(existing, Attributes);
  else
    for (const [name, value] of Object.entries(Attributes))
      setSubscriptionAttribute(subscription, name, value);
  topic.subscriptions.set(subscription.arn, subscription);
  // Who asks again before he has confirmed is sent another mail.
  if (isMail && !subscription.isConfirmed) mailConfirmation(call.world, subscription);
  const isShown = subscription.isConfirmed || input.ReturnSubscriptionArn;
  return { SubscriptionArn: isShown ? subscription.arn : 'pending confirmation' };
};

function checkEndpoint(protocol: string, endpoint: string, call: Call): void {
  if (protocol.startsWith('email')) {
    if (!/^[^\s@]+@[^\s@]+$/.test(endpoint)) throw invalidParameter('Email address');
    return;
  }
  const [, , service, , accountId] = endpoint.split(':');
  if (service !== protocol) throw invalidParameter(`${protocol} endpoint ARN`);
  if (accountId !== call.caller.accountId) {
    throw unsupported(
      "subscriptions of other accounts' queues and functions, which those would have to confirm",
    );
  }
}

const newSubscription = (
  topic: Topic,
  { protocol, endpoint }: Pick<Subscription, 'protocol' | 'endpoint'>,
  call: Call,
): Subscription => ({
  arn: `${topic.arn}:${randomUUID()}`,
  topicArn: topic.arn,
  protocol,
  endpoint,
  owner: call.caller.accountId,
  createdAt: call.world.clock.now(),
  token: randomBytes(128).toString('hex'),
  attributes: new Map(),
  filter: undefined,
  // A queue or function in the caller's own account needs no confirmation, and can be let go by its owner only.
  isConfirmed: !protocol.startsWith('email'),
  isProtected: !protocol.startsWith('email'),
});

function checkSame(existing: Subscription, attributes: Readonly<Record<string, string>>): void {
  const differs = Object.entries(attributes).some(([name, value]) => existing.attributes.get(name) !== value);
  if (differs)
    throw invalidParameter('Attributes Reason: Subscription already exists with different attributes');
}
