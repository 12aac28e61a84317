import type { Technique } from '../../domain/technique.ts';

export const lakeFederationOff: Technique = {
  id: 'cloudtrail.lake-federation-off',
  catalogue: ['CT-31'],
  severity: 'low',
  done: 'disabled the federation of an event data store',
  subject: 'eventDataStore',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['DisableFederation'] }],
  drift: [],
  restore: [],
  lost: 'Nothing: events stay, and can be queried in CloudTrail Lake.',
  toDo: 'Enable the federation again with its role, and see which queries in Athena failed meanwhile.',
};
