import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { managedOrganization } from './membership.ts';
import { organizationsOf } from './store.ts';

/** Only an organization that has no other account left can be deleted. */
export const DeleteOrganization: Operation<object, object> = (_input, call) => {
  const organization = managedOrganization(call);
  if (organization.accounts.size > 1 || organization.units.size > 0) {
    throw new ServiceError(
      'OrganizationNotEmptyException',
      'You must remove all member accounts, OUs, and policies before you delete the organization.',
    );
  }
  organizationsOf(call.world).byId.delete(organization.id);
  return {};
};
