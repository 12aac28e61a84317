import { ServiceError } from '../../endpoint/service-error.ts';
import { constraintViolation } from './errors.ts';
import { memberAccount } from './membership.ts';
import type { Organization } from './store.ts';

/** CloudTrail allows three, most services fewer; Organizations itself counts per service. */
const MAX_PER_SERVICE = new Map([['cloudtrail.amazonaws.com', 3]]);

/** @throws ServiceError for an account that cannot administer the service */
export function checkDelegation(
  organization: Organization,
  accountId: string | undefined,
  servicePrincipal: string,
): void {
  const account = memberAccount(organization, accountId);
  if (account.id === organization.managementAccountId) {
    throw constraintViolation(
      'You cannot register the management account of the organization as a delegated administrator.',
    );
  }
  if (account.status !== 'ACTIVE') {
    throw constraintViolation('You cannot register a suspended account as a delegated administrator.');
  }
  if (!organization.serviceAccess.has(servicePrincipal)) {
    throw constraintViolation(
      'You must enable service access before you register a delegated administrator.',
    );
  }
  const administrators = administratorsOf(organization, servicePrincipal);
  if (administrators.includes(account.id)) {
    throw new ServiceError(
      'AccountAlreadyRegisteredException',
      'The provided account is already a delegated administrator for your organization.',
    );
  }
  if (administrators.length >= (MAX_PER_SERVICE.get(servicePrincipal) ?? 1)) {
    throw constraintViolation(
      'You have exceeded the allowed number of delegated administrators for the delegated service.',
    );
  }
}

/** The accounts that administer a service. */
export const administratorsOf = ({ delegations }: Organization, servicePrincipal: string): string[] =>
  [...delegations].flatMap(([accountId, services]) => (services.has(servicePrincipal) ? [accountId] : []));
