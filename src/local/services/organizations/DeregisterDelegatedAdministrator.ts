import type { DeregisterDelegatedAdministratorRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { managedOrganization, memberAccount } from './membership.ts';
import { servicePrincipalOf } from './service-principals.ts';

/** What the account made as administrator stays. */
export const DeregisterDelegatedAdministrator: Operation<DeregisterDelegatedAdministratorRequest, object> = (
  input,
  call,
) => {
  const organization = managedOrganization(call);
  const principal = servicePrincipalOf(input.ServicePrincipal);
  const { id } = memberAccount(organization, input.AccountId);
  const services = organization.delegations.get(id);
  if (!services?.delete(principal)) {
    throw new ServiceError(
      'AccountNotRegisteredException',
      'The provided account is not a registered delegated administrator for your organization.',
    );
  }
  if (services.size === 0) organization.delegations.delete(id);
  return {};
};
