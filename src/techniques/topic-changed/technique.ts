import type { Technique } from '../../domain/technique.ts';

export const topicChanged: Technique = {
  id: 'sns.topic-changed',
  catalogue: ['CT-83'],
  severity: 'high',
  done: 'changed who may use the topic of the log files',
  subject: 'topic',
  calls: [
    {
      eventSource: 'sns.amazonaws.com',
      eventNames: ['SetTopicAttributes', 'AddPermission', 'RemovePermission'],
    },
  ],
  drift: ['topic.Policy', 'topic.KmsMasterKeyId'],
  request: 'state',
  restore: ['SetTopicAttributes'],
  lost: 'Notifications of files of that time: whoever waits for them has not read those files.',
  toDo: 'Set the approved policy and key again, and let the topic’s readers fetch the files of that time.',
};
