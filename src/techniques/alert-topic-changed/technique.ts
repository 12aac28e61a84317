import { findDeed } from '../../domain/request/guard-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const alertTopicChanged: Technique = {
  id: 'sns.alert-topic-changed',
  catalogue: [],
  severity: 'high',
  done: 'changed the topic of the guard’s alerts',
  subject: 'guard',
  calls: [{ eventSource: 'sns.amazonaws.com', eventNames: ['SetTopicAttributes'] }],
  drift: [],
  request: findDeed({ SetTopicAttributes: 'it was no deployment' }, ['SetTopicAttributes']),
  restore: [],
  lost: 'Messages that could not leave wait and are sent later; what others read or published stays so.',
  toDo: 'Revert the drift of the guard’s stack, and see who can publish to the topic and subscribe to it.',
};
