import type {
  ListDelegatedServicesForAccountRequest,
  ListDelegatedServicesForAccountResponse,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { listPage } from './list-page.ts';
import { memberAccount, readableOrganization } from './membership.ts';

export const ListDelegatedServicesForAccount: Operation<
  ListDelegatedServicesForAccountRequest,
  ListDelegatedServicesForAccountResponse
> = (input, call) => {
  const organization = readableOrganization(call);
  const { id } = memberAccount(organization, input.AccountId);
  const services = organization.delegations.get(id);
  if (!services) {
    throw new ServiceError(
      'AccountNotRegisteredException',
      'The provided account is not a registered delegated administrator for your organization.',
    );
  }
  const { items, nextToken } = listPage([...services], input);
  return {
    DelegatedServices: items.map(([ServicePrincipal, at]) => ({
      ServicePrincipal,
      DelegationEnabledDate: new Date(at),
    })),
    NextToken: nextToken,
  };
};
