import type { World } from '../../endpoint/world.ts';
import { notFound } from './sns-error.ts';
import type { Subscription, Topic } from './store.ts';
import { findTopic } from './topics.ts';

/** An unconfirmed subscription is forgotten after two days. @see https://docs.aws.amazon.com/sns/latest/dg/sns-delete-subscription-topic.html */
const UNCONFIRMED_MS = 2 * 24 * 3_600_000;

/** A topic's subscriptions, without those that nobody confirmed in time. */
export function subscriptionsIn({ subscriptions }: Topic, world: World): Subscription[] {
  const oldest = world.clock.now() - UNCONFIRMED_MS;
  for (const { arn, isConfirmed, createdAt } of [...subscriptions.values()]) {
    if (!isConfirmed && createdAt < oldest) subscriptions.delete(arn);
  }
  return [...subscriptions.values()];
}

/** @throws ServiceError `NotFound` */
export function findSubscription(
  world: World,
  arn: string | undefined,
): { topic: Topic; subscription: Subscription } {
  const topic = findTopic(world, (arn ?? '').split(':').slice(0, 6).join(':'));
  const subscription = topic && subscriptionsIn(topic, world).find((candidate) => candidate.arn === arn);
  if (!topic || !subscription) throw notFound('Subscription');
  return { topic, subscription };
}
