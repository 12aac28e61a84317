import { textOf } from '../../domain/canonical/fields.ts';
import type { Technique } from '../../domain/technique.ts';

export const delegatedAdministratorRemoved: Technique = {
  id: 'organizations.delegated-administrator-removed',
  catalogue: ['CT-92'],
  severity: 'high',
  done: 'deregistered a delegated administrator of a security service',
  subject: 'account',
  calls: [{ eventSource: 'organizations.amazonaws.com', eventNames: ['DeregisterDelegatedAdministrator'] }],
  drift: [],
  request: ({ servicePrincipal }) =>
    WATCHING.test(textOf(servicePrincipal)) ? `servicePrincipal is ${servicePrincipal}` : null,
  restore: [],
  lost: 'Nothing of trails. What that account administered for the others, it no longer sees.',
  toDo: 'From the management account, register the security account again for that service.',
};

/** Config has two names: its aggregators’, and its rules’. */
const WATCHING =
  /^(cloudtrail|config|config-multiaccountsetup|guardduty|securityhub|access-analyzer|detective|macie|securitylake|inspector2)\.amazonaws\.com$/;
