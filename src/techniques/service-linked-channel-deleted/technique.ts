import type { Technique } from '../../domain/technique.ts';

export const serviceLinkedChannelDeleted: Technique = {
  id: 'cloudtrail.service-linked-channel-deleted',
  catalogue: ['CT-29'],
  severity: 'high',
  done: 'deleted a service-linked channel',
  subject: 'eventDataStore',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['DeleteServiceLinkedChannel'] }],
  drift: [],
  restore: [],
  lost: 'Events of that time for the service that received them.',
  toDo: 'Turn the integration off and on in the service that owns the channel; only that service can create it again.',
};
