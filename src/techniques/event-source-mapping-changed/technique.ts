import { flagOf } from '../../domain/canonical/fields.ts';
import type { JsonObject } from '../../domain/json.ts';
import { LOST_WITH_EVENTS } from '../../domain/lost-with-guard.ts';
import { findDeed } from '../../domain/request/guard-request.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const eventSourceMappingChanged: Technique = {
  id: 'lambda.event-source-mapping-changed',
  catalogue: ['CT-81'],
  severity: 'high',
  done: 'cut the guard’s function off from its queue',
  subject: 'guard',
  calls: [
    {
      eventSource: 'lambda.amazonaws.com',
      eventNames: [
        'DeleteEventSourceMapping20150331',
        'UpdateEventSourceMapping20150331',
        'PutFunctionEventInvokeConfig',
        'UpdateFunctionEventInvokeConfig',
        'UpdateAlias20150331',
        'PutFunctionRecursionConfig',
      ],
    },
  ],
  drift: [],
  request: findCut,
  restore: [],
  lost: LOST_WITH_EVENTS,
  toDo: 'Enable the mapping between queue and function as the stack has it; messages wait in the queue for 14 days.',
};

const findChange = findDeed(
  {
    DeleteEventSourceMapping20150331: 'the mapping is deleted',
    UpdateEventSourceMapping20150331: 'the mapping is changed',
    PutFunctionEventInvokeConfig: 'how long it may be tried is set',
    UpdateFunctionEventInvokeConfig: 'how long it may be tried is set',
    UpdateAlias20150331: 'an alias is moved',
    PutFunctionRecursionConfig: 'what ends a loop is set',
  },
  ['UpdateEventSourceMapping20150331'],
);

function findCut(request: JsonObject, call: ApiCall): string | null {
  if (!flagOf(request.enabled, true)) return 'enabled is false';
  return request.filterCriteria === undefined ? findChange(request, call) : 'filterCriteria are set';
}
