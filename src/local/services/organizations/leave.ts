import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { constraintViolation } from './errors.ts';
import { memberAccount } from './membership.ts';
import type { Organization } from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const MIN_AGE_MS = 7 * DAY_MS;

/**
 * Makes a member account stand alone, with no policy of the organization upon it.
 * @throws ServiceError `MasterCannotLeaveOrganizationException`, `ConstraintViolationException`
 */
export function removeMember(world: World, organization: Organization, accountId: string | undefined): void {
  const account = memberAccount(organization, accountId);
  if (account.id === organization.managementAccountId) {
    throw new ServiceError(
      'MasterCannotLeaveOrganizationException',
      "You can't remove a management account from an organization.",
    );
  }
  if (organization.delegations.has(account.id)) {
    throw constraintViolation('You cannot remove a delegated administrator from the organization.');
  }
  if (account.joinedMethod === 'CREATED' && world.clock.now() - account.joinedAt < MIN_AGE_MS) {
    throw constraintViolation('You must wait at least seven days after the account was created.');
  }
  organization.accounts.delete(account.id);
  organization.attachments.delete(account.id);
}
