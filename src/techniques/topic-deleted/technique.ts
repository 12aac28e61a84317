import type { Technique } from '../../domain/technique.ts';

export const topicDeleted: Technique = {
  id: 'sns.topic-deleted',
  catalogue: ['CT-82'],
  severity: 'critical',
  done: 'deleted the SNS topic',
  subject: 'topic',
  calls: [{ eventSource: 'sns.amazonaws.com', eventNames: ['DeleteTopic'] }],
  drift: ['topic'],
  isShownBy: ({ path }) => path === 'topic',
  restore: ['CreateTopic', 'SetTopicAttributes'],
  lost: 'Messages of that time, and every subscription: whoever heard by mail has to confirm again.',
  toDo: 'Make the topic again with its policy, then subscribe its receivers again: nobody can do that for them.',
};
