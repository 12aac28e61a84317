import { flagOf } from '../../domain/canonical/fields.ts';
import { LOST_WITH_GUARD } from '../../domain/lost-with-guard.ts';
import type { Technique } from '../../domain/technique.ts';

export const stackChanged: Technique = {
  id: 'cloudformation.stack-changed',
  catalogue: ['CT-86'],
  severity: 'critical',
  done: 'changed or deleted the guard’s stack',
  subject: 'guard',
  calls: [
    {
      eventSource: 'cloudformation.amazonaws.com',
      eventNames: [
        'DeleteStack',
        'UpdateStack',
        'ExecuteChangeSet',
        'DeleteStackInstances',
        'DeleteStackSet',
        'UpdateTerminationProtection',
        'SetStackPolicy',
      ],
    },
  ],
  drift: [],
  request: ({ enableTerminationProtection }, { eventName }) =>
    flagOf(enableTerminationProtection, false) ? null : `it was by ${eventName}`,
  restore: [],
  lost: LOST_WITH_GUARD,
  toDo: 'See whether this was a release. If not, update the stack with the release’s template, and turn termination protection on.',
};
