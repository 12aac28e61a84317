import { LOST_WITH_EVENTS } from '../../domain/lost-with-guard.ts';
import type { Technique } from '../../domain/technique.ts';

export const ruleDeleted: Technique = {
  id: 'events.rule-deleted',
  catalogue: ['CT-72'],
  severity: 'critical',
  done: 'deleted an event rule of the guard',
  subject: 'guard',
  calls: [{ eventSource: 'events.amazonaws.com', eventNames: ['DeleteRule'] }],
  drift: [],
  restore: [],
  lost: LOST_WITH_EVENTS,
  toDo: 'Revert the drift of the guard’s stack: that makes the rule again.',
};
