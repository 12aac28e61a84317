import type { Technique } from '../../domain/technique.ts';

export const logsRoleBroken: Technique = {
  id: 'iam.logs-role-broken',
  catalogue: ['CT-66'],
  severity: 'high',
  done: 'broke the role with which CloudTrail writes to CloudWatch Logs',
  subject: 'role',
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
  drift: ['role'],
  request: (_, { eventName }) => (eventName === 'DeleteRole' ? 'the role is deleted' : null),
  restore: [
    'CreateRole',
    'UpdateAssumeRolePolicy',
    'PutRolePolicy',
    'AttachRolePolicy',
    'DetachRolePolicy',
    'DeleteRolePolicy',
    'PutRolePermissionsBoundary',
    'DeleteRolePermissionsBoundary',
  ],
  lost: 'Events of that time in CloudWatch Logs, and the alarms on them. The files in S3 stay.',
  toDo: 'Put the role back as approved, or run trailkeeper restore: no guard changes roles. Search S3 for what alarms missed.',
};
