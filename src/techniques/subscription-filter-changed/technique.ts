import type { Technique } from '../../domain/technique.ts';

export const subscriptionFilterChanged: Technique = {
  id: 'logs.subscription-filter-changed',
  catalogue: ['CT-61'],
  severity: 'critical',
  done: 'changed the subscription filters of the log group',
  subject: 'logGroup',
  calls: [
    { eventSource: 'logs.amazonaws.com', eventNames: ['DeleteSubscriptionFilter', 'PutSubscriptionFilter'] },
  ],
  drift: ['logGroup.subscriptionFilters'],
  request: 'state',
  restore: ['PutSubscriptionFilter', 'DeleteSubscriptionFilter'],
  lost: 'Events of that time at the receiver: they are not sent again, but can be read from the log group.',
  toDo: 'Put the approved filter back, and let the receiver read the events of that time from the log group.',
};
