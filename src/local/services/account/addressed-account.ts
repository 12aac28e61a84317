import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { isDelegatedAdministrator } from '../organizations/membership.ts';
import { organizationOf } from '../organizations/store.ts';

const ACCOUNT_MANAGEMENT = 'account.amazonaws.com';

/**
 * The account that a call is about: the caller's, or a member account that the caller's organization lets it manage.
 * @throws ServiceError `AccessDeniedException`
 * @see https://docs.aws.amazon.com/accounts/latest/reference/using-orgs-trusted-access.html
 */
export function addressedAccount(given: string | undefined, { world, accountId }: Call): string {
  if (given === undefined) return accountId;
  const organization = organizationOf(world, accountId);
  const manages =
    organization?.managementAccountId === accountId ||
    (organization && isDelegatedAdministrator(organization, accountId, ACCOUNT_MANAGEMENT));
  const isMember = organization?.accounts.has(given) && organization.managementAccountId !== given;
  if (manages && isMember && organization.serviceAccess.has(ACCOUNT_MANAGEMENT)) return given;
  throw new ServiceError('AccessDeniedException', 'User is not authorized to access this resource.', 403);
}
