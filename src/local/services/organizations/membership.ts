import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessDenied, notFound } from './errors.ts';
import { type MemberAccount, type Organization, organizationOf } from './store.ts';

/**
 * The organization of the caller's account.
 * @throws ServiceError `AWSOrganizationsNotInUseException`
 */
export function joinedOrganization({ world, accountId }: Call): Organization {
  const organization = organizationOf(world, accountId);
  if (organization) return organization;
  throw new ServiceError(
    'AWSOrganizationsNotInUseException',
    'Your account is not a member of an organization.',
  );
}

/**
 * The organization that the caller's account manages.
 * @throws ServiceError `AccessDeniedException` for a member account
 */
export function managedOrganization(call: Call): Organization {
  const organization = joinedOrganization(call);
  if (organization.managementAccountId === call.accountId) return organization;
  throw accessDenied();
}

/**
 * The organization, for those who may look at it: the management account and every delegated administrator.
 * @throws ServiceError `AccessDeniedException` for another member account
 */
export function readableOrganization(call: Call): Organization {
  const organization = joinedOrganization(call);
  const isAdministrator = organization.delegations.has(call.accountId);
  if (organization.managementAccountId === call.accountId || isAdministrator) return organization;
  throw accessDenied();
}

/** @throws ServiceError `AccountNotFoundException` */
export function memberAccount({ accounts }: Organization, accountId: string | undefined): MemberAccount {
  const account = accounts.get(accountId ?? '');
  if (account) return account;
  throw notFound('Account', "You specified an account that doesn't exist.");
}

/** Whether an account administers a service for its organization without managing it. */
export const isDelegatedAdministrator = (
  { delegations }: Organization,
  accountId: string,
  servicePrincipal: string,
): boolean => delegations.get(accountId)?.has(servicePrincipal) ?? false;
