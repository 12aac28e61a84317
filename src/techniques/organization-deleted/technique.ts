import type { Technique } from '../../domain/technique.ts';

export const organizationDeleted: Technique = {
  id: 'organizations.organization-deleted',
  catalogue: ['CT-94'],
  severity: 'critical',
  done: 'deleted the organization',
  subject: 'account',
  calls: [{ eventSource: 'organizations.amazonaws.com', eventNames: ['DeleteOrganization'] }],
  drift: [],
  restore: [],
  lost: 'Its trails become those of one account; events of all others are no longer recorded by them.',
  toDo: 'Nothing brings it back: make an organization again, and check that each account has a trail of its own.',
};
