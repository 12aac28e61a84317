import type { ListAccountsRequest, ListAccountsResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedAccount } from './describe.ts';
import { listPage } from './list-page.ts';
import { readableOrganization } from './membership.ts';

export const ListAccounts: Operation<ListAccountsRequest, ListAccountsResponse> = (input, call) => {
  const organization = readableOrganization(call);
  const { items, nextToken } = listPage([...organization.accounts.values()], input);
  return {
    Accounts: items.map((account) => describedAccount(organization, account)),
    NextToken: nextToken,
  };
};
