import { findDeed } from '../../domain/request/guard-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const functionCodeReplaced: Technique = {
  id: 'lambda.function-code-replaced',
  catalogue: ['CT-77'],
  severity: 'critical',
  done: 'replaced the code of the guard’s function',
  subject: 'guard',
  calls: [{ eventSource: 'lambda.amazonaws.com', eventNames: ['UpdateFunctionCode20150331v2'] }],
  drift: [],
  request: findDeed({ UpdateFunctionCode20150331v2: 'it was no deployment' }, [
    'UpdateFunctionCode20150331v2',
  ]),
  restore: [],
  lost: 'Trust in what the guard did since: the new code acts with its role.',
  toDo: 'Put the code back, revoke the role’s sessions, and look up what the role called since.',
};
