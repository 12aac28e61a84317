import type { Technique } from '../../domain/technique.ts';

export const organizationLeft: Technique = {
  id: 'organizations.organization-left',
  catalogue: ['CT-89'],
  severity: 'critical',
  done: 'took the account out of its organization',
  subject: 'account',
  calls: [{ eventSource: 'organizations.amazonaws.com', eventNames: ['LeaveOrganization'] }],
  drift: [],
  restore: [],
  lost: 'Everything the organization’s trail would have recorded of this account from then on.',
  toDo: 'Keep a trail of the account’s own logging, and have the management account invite the account again.',
};
