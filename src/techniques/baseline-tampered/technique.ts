import type { JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const baselineTampered: Technique = {
  id: 'ssm.baseline-tampered',
  catalogue: ['CT-88'],
  severity: 'critical',
  done: 'removed what the guard knows of trails',
  subject: 'guard',
  calls: [
    { eventSource: 'ssm.amazonaws.com', eventNames: ['PutParameter', 'DeleteParameter', 'DeleteParameters'] },
    { eventSource: 'dynamodb.amazonaws.com', eventNames: ['DeleteTable'] },
    { eventSource: 'dynamodb.amazonaws.com', eventNames: ['UpdateItem'], isDataPlane: true },
  ],
  drift: [],
  request: findRemoval,
  restore: [],
  lost: 'Nothing: the last approved baseline rules, from its copy in the ledger or from Parameter Store’s history.',
  toDo: 'Export the approved baseline that rules now, see that it is right, and approve it again with credentials of your own.',
};

function findRemoval(_: JsonObject, { eventName, eventSource, targets }: ApiCall): string | null {
  if (eventSource === 'dynamodb.amazonaws.com')
    return eventName === 'DeleteTable' ? 'the ledger is deleted' : 'an entry is changed';
  if (eventName === 'PutParameter') return null;
  return targets.some((target) => target.includes('/trailkeeper/baseline/')) ? 'a baseline is deleted' : null;
}
