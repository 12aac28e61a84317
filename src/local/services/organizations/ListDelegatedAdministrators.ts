import type {
  ListDelegatedAdministratorsRequest,
  ListDelegatedAdministratorsResponse,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedAccount } from './describe.ts';
import { listPage } from './list-page.ts';
import { memberAccount, readableOrganization } from './membership.ts';

export const ListDelegatedAdministrators: Operation<
  ListDelegatedAdministratorsRequest,
  ListDelegatedAdministratorsResponse
> = (input, call) => {
  const organization = readableOrganization(call);
  const wanted = input.ServicePrincipal;
  const administrators = [...organization.delegations].filter(
    ([, services]) => wanted === undefined || services.has(wanted),
  );
  const { items, nextToken } = listPage(administrators, input);
  return {
    DelegatedAdministrators: items.map(([accountId, services]) => ({
      ...withoutPaths(describedAccount(organization, memberAccount(organization, accountId))),
      DelegationEnabledDate: new Date(Math.min(...services.values())),
    })),
    NextToken: nextToken,
  };
};

const withoutPaths = ({ Paths: _, ...account }: ReturnType<typeof describedAccount>) => account;
