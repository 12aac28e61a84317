import type { DeleteTopicInput } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { topicsOf } from './store.ts';
import { topicFor } from './topic-for.ts';
import { findTopic } from './topics.ts';

/** Deleting a topic that is gone is no error. */
export const DeleteTopic: Operation<DeleteTopicInput, void> = ({ TopicArn = '' }, call) => {
  const isGone = TopicArn.split(':')[3] === call.region && !findTopic(call.world, TopicArn);
  if (isGone) return;
  const { name, accountId } = topicFor(TopicArn, 'DeleteTopic', call);
  topicsOf(call.world, accountId, call.region).delete(name);
};
