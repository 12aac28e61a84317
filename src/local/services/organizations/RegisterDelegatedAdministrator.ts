import type { RegisterDelegatedAdministratorRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { checkDelegation } from './delegation.ts';
import { managedOrganization } from './membership.ts';
import { servicePrincipalOf } from './service-principals.ts';

export const RegisterDelegatedAdministrator: Operation<RegisterDelegatedAdministratorRequest, object> = (
  { AccountId = '', ServicePrincipal },
  call,
) => {
  const organization = managedOrganization(call);
  const principal = servicePrincipalOf(ServicePrincipal);
  checkDelegation(organization, AccountId, principal);
  const services = organization.delegations.get(AccountId) ?? new Map<string, number>();
  organization.delegations.set(AccountId, services.set(principal, call.world.clock.now()));
  return {};
};
