import { LOST_WITH_GUARD } from '../../domain/lost-with-guard.ts';
import type { Technique } from '../../domain/technique.ts';

export const functionThrottled: Technique = {
  id: 'lambda.function-throttled',
  catalogue: ['CT-79'],
  severity: 'critical',
  done: 'took all concurrency from the guard’s function',
  subject: 'guard',
  calls: [{ eventSource: 'lambda.amazonaws.com', eventNames: ['PutFunctionConcurrency20171031'] }],
  drift: [],
  request: ({ reservedConcurrentExecutions }) =>
    reservedConcurrentExecutions === 0 ? 'reservedConcurrentExecutions is 0' : null,
  restore: [],
  lost: LOST_WITH_GUARD,
  toDo: 'Delete the function’s reserved concurrency: messages wait in the queue for 14 days.',
};
