import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { type Organization, organizationOf } from '../organizations/store.ts';
import { CLOUDTRAIL } from './organization-trails.ts';

/**
 * The organization in which an account is made CloudTrail's administrator, or no longer. Only its management account does that.
 * @throws ServiceError AWS's exception for the first that is not so
 */
export function delegationTarget(accountId: string, { world, ...call }: Call): Organization {
  const organization = organizationOf(world, call.accountId);
  if (!organization) {
    throw new ServiceError(
      'OrganizationsNotInUseException',
      `The account ${call.accountId} is not a member of an organization.`,
    );
  }
  if (organization.managementAccountId !== call.accountId) {
    throw new ServiceError(
      'NotOrganizationManagementAccountException',
      'This action requires being signed in with the management account.',
    );
  }
  if (!organization.serviceAccess.has(CLOUDTRAIL)) {
    throw new ServiceError(
      'CloudTrailAccessNotEnabledException',
      'CloudTrail access is not enabled for the organization.',
    );
  }
  if (organization.accounts.has(accountId)) return organization;
  throw new ServiceError(
    'AccountNotFoundException',
    `The account ${accountId} is not part of the organization.`,
  );
}
