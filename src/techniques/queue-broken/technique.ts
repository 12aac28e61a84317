import { findDeed } from '../../domain/request/guard-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const queueBroken: Technique = {
  id: 'sqs.queue-broken',
  catalogue: ['CT-85'],
  severity: 'high',
  done: 'broke a queue of the guard',
  subject: 'guard',
  calls: [
    { eventSource: 'sqs.amazonaws.com', eventNames: ['DeleteQueue', 'PurgeQueue', 'SetQueueAttributes'] },
  ],
  drift: [],
  request: findDeed(
    {
      DeleteQueue: 'it is deleted',
      PurgeQueue: 'it is emptied',
      SetQueueAttributes: 'its attributes are set',
    },
    ['SetQueueAttributes'],
  ),
  restore: [],
  lost: 'Messages in the queue. What they were about is found by the next sweep, if the state shows it.',
  toDo: 'Revert the drift of the guard’s stack, and run trailkeeper check.',
};
