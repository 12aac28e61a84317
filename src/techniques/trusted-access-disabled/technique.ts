import type { Technique } from '../../domain/technique.ts';

export const trustedAccessDisabled: Technique = {
  id: 'organizations.trusted-access-disabled',
  catalogue: ['CT-91'],
  severity: 'critical',
  done: 'disabled CloudTrail’s access to the organization',
  subject: 'account',
  calls: [{ eventSource: 'organizations.amazonaws.com', eventNames: ['DisableAWSServiceAccess'] }],
  drift: [],
  request: ({ servicePrincipal }) =>
    servicePrincipal === 'cloudtrail.amazonaws.com' ? 'servicePrincipal is cloudtrail.amazonaws.com' : null,
  restore: [],
  lost: 'Events of every member account from then on; management events stay in each Event history for 90 days.',
  toDo: 'Enable it again from the management account, then make each trail the organization’s again: that does not come by itself.',
};
