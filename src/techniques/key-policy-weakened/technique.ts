import type { Technique } from '../../domain/technique.ts';

export const keyPolicyWeakened: Technique = {
  id: 'kms.key-policy-weakened',
  catalogue: ['CT-35'],
  severity: 'critical',
  done: 'weakened the policy of the KMS key',
  subject: 'key',
  calls: [{ eventSource: 'kms.amazonaws.com', eventNames: ['PutKeyPolicy'] }],
  drift: ['key.policy'],
  request: ({ bypassPolicyLockoutSafetyCheck }) =>
    bypassPolicyLockoutSafetyCheck === true ? 'bypassPolicyLockoutSafetyCheck is true' : null,
  isSettledByState: true,
  restore: ['PutKeyPolicy'],
  lost: 'Nothing when it is put back within 30 days: CloudTrail delivers afterwards what it kept.',
  toDo: 'Put the approved key policy back. When nobody may any more, only AWS Support can help.',
};
