import type { Technique } from '../../domain/technique.ts';

export const delegatedAdminDeregistered: Technique = {
  id: 'cloudtrail.delegated-admin-deregistered',
  catalogue: ['CT-32'],
  severity: 'high',
  done: 'deregistered the delegated administrator of CloudTrail',
  subject: 'account',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['DeregisterOrganizationDelegatedAdmin'] }],
  drift: [],
  shownByRefusal: ['NotOrganizationMasterAccountException'],
  restore: [],
  lost: 'Nothing: organization trails stay.',
  toDo: 'From the management account, register the delegated administrator of CloudTrail again.',
};
