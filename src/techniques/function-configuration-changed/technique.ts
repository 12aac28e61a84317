import { LOST_WITH_GUARD } from '../../domain/lost-with-guard.ts';
import { findDeed } from '../../domain/request/guard-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const functionConfigurationChanged: Technique = {
  id: 'lambda.function-configuration-changed',
  catalogue: ['CT-78'],
  severity: 'critical',
  done: 'changed the configuration of the guard’s function',
  subject: 'guard',
  calls: [{ eventSource: 'lambda.amazonaws.com', eventNames: ['UpdateFunctionConfiguration20150331v2'] }],
  drift: [],
  request: findDeed({ UpdateFunctionConfiguration20150331v2: 'it was no deployment' }, [
    'UpdateFunctionConfiguration20150331v2',
  ]),
  restore: [],
  lost: LOST_WITH_GUARD,
  toDo: 'Revert the drift of the guard’s stack: a timeout, a role, a VPC or a setting is enough to stop it.',
};
