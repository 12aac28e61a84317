import { textOf } from '../../domain/canonical/fields.ts';
import type { JsonObject } from '../../domain/json.ts';
import { findDeed } from '../../domain/request/guard-request.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const guardRoleWeakened: Technique = {
  id: 'iam.guard-role-weakened',
  catalogue: ['CT-69'],
  severity: 'critical',
  done: 'changed what the guard’s own role may do',
  subject: 'guard',
  calls: [
    {
      eventSource: 'iam.amazonaws.com',
      eventNames: [
        'DeleteRole',
        'DetachRolePolicy',
        'DeleteRolePolicy',
        'PutRolePolicy',
        'AttachRolePolicy',
        'UpdateAssumeRolePolicy',
        'PutRolePermissionsBoundary',
      ],
    },
  ],
  drift: [],
  request: findWeakening,
  restore: [],
  lost: 'Nothing by itself. What happens to trails meanwhile is told if the guard still can, and not put back.',
  toDo: 'Put the guard’s role back: revert the drift of its stack. Until then restores are refused, which is told.',
};

const findChange = findDeed(
  {
    DeleteRole: 'the role is deleted',
    DetachRolePolicy: 'a policy is detached',
    DeleteRolePolicy: 'an inline policy is deleted',
    PutRolePolicy: 'an inline policy is put',
    AttachRolePolicy: 'a policy is attached',
    UpdateAssumeRolePolicy: 'its trust policy is replaced',
    PutRolePermissionsBoundary: 'a boundary is put',
  },
  ['PutRolePolicy'],
);

function findWeakening(request: JsonObject, call: ApiCall): string | null {
  if (/"Effect"\s*:\s*"Deny"/.test(textOf(request.policyDocument))) return 'its policy denies something';
  return findChange(request, call);
}
