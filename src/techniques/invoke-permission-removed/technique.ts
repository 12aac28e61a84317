import type { Technique } from '../../domain/technique.ts';

export const invokePermissionRemoved: Technique = {
  id: 'lambda.invoke-permission-removed',
  catalogue: ['CT-80'],
  severity: 'critical',
  done: 'removed a permission to invoke the guard’s function',
  subject: 'guard',
  calls: [{ eventSource: 'lambda.amazonaws.com', eventNames: ['RemovePermission20150331v2'] }],
  drift: [],
  restore: [],
  lost: 'Nothing: the guard is invoked by its queue and its schedule, which need no such permission.',
  toDo: 'See which permission it was: the guard’s stack gives none by the function’s policy.',
};
