import type { Call } from '../../endpoint/operation.ts';
import { authorize } from './policy.ts';
import { invalidParameter, notFound } from './sns-error.ts';
import type { Topic } from './store.ts';
import { findTopic } from './topics.ts';

/**
 * The topic that a call names and whose policy lets the caller do `action` with it.
 * @throws ServiceError `InvalidParameter`, `NotFound`, `AuthorizationError`
 */
export function topicFor(topicArn: string | undefined, action: string, call: Call): Topic {
  const region = /^arn:[^:]+:sns:([^:]+):\d{12}:[^:]+$/.exec(topicArn ?? '')?.[1];
  // A topic is only reached through its own Region's endpoint.
  if (!topicArn || region !== call.region) throw invalidParameter('TopicArn');
  const topic = findTopic(call.world, topicArn);
  if (!topic) throw notFound('Topic');
  authorize(topic, action, call.caller);
  return topic;
}
