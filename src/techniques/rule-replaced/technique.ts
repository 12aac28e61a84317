import type { JsonObject } from '../../domain/json.ts';
import { LOST_WITH_EVENTS } from '../../domain/lost-with-guard.ts';
import { findDeed } from '../../domain/request/guard-request.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const ruleReplaced: Technique = {
  id: 'events.rule-replaced',
  catalogue: ['CT-74'],
  severity: 'critical',
  done: 'replaced an event rule of the guard',
  subject: 'guard',
  calls: [{ eventSource: 'events.amazonaws.com', eventNames: ['PutRule'] }],
  drift: [],
  request: findReplacing,
  restore: [],
  lost: LOST_WITH_EVENTS,
  toDo: 'Revert the drift of the guard’s stack: a rule may match nothing, or be off.',
};

const findChange = findDeed({ PutRule: 'it was no deployment' }, ['PutRule']);

function findReplacing(request: JsonObject, call: ApiCall): string | null {
  return request.state === 'DISABLED' ? 'state is DISABLED' : findChange(request, call);
}
