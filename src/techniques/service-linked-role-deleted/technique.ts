import type { Technique } from '../../domain/technique.ts';

export const serviceLinkedRoleDeleted: Technique = {
  id: 'iam.service-linked-role-deleted',
  catalogue: ['CT-68'],
  severity: 'medium',
  done: 'deleted the service-linked role of CloudTrail',
  subject: 'account',
  calls: [{ eventSource: 'iam.amazonaws.com', eventNames: ['DeleteServiceLinkedRole'] }],
  drift: [],
  request: (_, { targets }) =>
    targets.some((target) => OF_CLOUDTRAIL.test(target)) ? 'AWSServiceRoleForCloudTrail' : null,
  restore: [],
  lost: 'Not known: IAM deletes the role only when no organization trail uses it.',
  toDo: 'Create the role again, then see whether the organization trail logs in every member account.',
};

const OF_CLOUDTRAIL = /(^|\/)AWSServiceRoleForCloudTrail/;
