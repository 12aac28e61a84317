import { LOST_WITH_EVENTS } from '../../domain/lost-with-guard.ts';
import { findDeed } from '../../domain/request/guard-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const ruleTargetsChanged: Technique = {
  id: 'events.rule-targets-changed',
  catalogue: ['CT-73'],
  severity: 'critical',
  done: 'took the guard’s queue from an event rule',
  subject: 'guard',
  calls: [{ eventSource: 'events.amazonaws.com', eventNames: ['RemoveTargets', 'PutTargets'] }],
  drift: [],
  request: findDeed({ RemoveTargets: 'targets are removed', PutTargets: 'targets are put' }, ['PutTargets']),
  restore: [],
  lost: LOST_WITH_EVENTS,
  toDo: 'Revert the drift of the guard’s stack: the rule’s one target is the guard’s queue.',
};
