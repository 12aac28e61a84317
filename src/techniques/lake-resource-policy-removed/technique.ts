import type { Technique } from '../../domain/technique.ts';

export const lakeResourcePolicyRemoved: Technique = {
  id: 'cloudtrail.lake-resource-policy-removed',
  catalogue: ['CT-30'],
  severity: 'medium',
  done: 'removed the resource policy of an event data store or channel',
  subject: 'eventDataStore',
  calls: [
    { eventSource: 'cloudtrail.amazonaws.com', eventNames: ['DeleteResourcePolicy', 'PutResourcePolicy'] },
  ],
  drift: [],
  request: (_, { eventName }) => (eventName === 'DeleteResourcePolicy' ? 'the policy is deleted' : null),
  restore: [],
  lost: 'Events that senders of other accounts could not put in meanwhile.',
  toDo: 'Put the resource policy back, and see which accounts sent or read by it.',
};
