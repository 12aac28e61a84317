import { LOST_WITH_EVENTS } from '../../domain/lost-with-guard.ts';
import type { Technique } from '../../domain/technique.ts';

export const ruleDisabled: Technique = {
  id: 'events.rule-disabled',
  catalogue: ['CT-71'],
  severity: 'critical',
  done: 'disabled an event rule of the guard',
  subject: 'guard',
  calls: [{ eventSource: 'events.amazonaws.com', eventNames: ['DisableRule'] }],
  drift: [],
  restore: [],
  lost: LOST_WITH_EVENTS,
  toDo: 'Enable the rule again.',
};
