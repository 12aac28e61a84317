import type { Technique } from '../../domain/technique.ts';

export const functionDeleted: Technique = {
  id: 'lambda.function-deleted',
  catalogue: ['CT-76'],
  severity: 'critical',
  done: 'deleted the guard’s function',
  subject: 'guard',
  calls: [{ eventSource: 'lambda.amazonaws.com', eventNames: ['DeleteFunction20150331'] }],
  drift: [],
  restore: [],
  lost: 'Everything until it is deployed again: nothing looks at trails meanwhile.',
  toDo: 'Deploy the guard’s stack again, and run trailkeeper check for what happened meanwhile.',
};
