import type {
  ListAccountsForParentRequest,
  ListAccountsForParentResponse,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedAccount } from './describe.ts';
import { listPage } from './list-page.ts';
import { readableOrganization } from './membership.ts';
import { parentOf } from './targets.ts';

/** Lists the accounts directly in a parent. */
export const ListAccountsForParent: Operation<ListAccountsForParentRequest, ListAccountsForParentResponse> = (
  input,
  call,
) => {
  const organization = readableOrganization(call);
  const { id } = parentOf(organization, input.ParentId);
  const accounts = [...organization.accounts.values()].filter(({ parentId }) => parentId === id);
  const { items, nextToken } = listPage(accounts, input);
  return {
    Accounts: items.map((account) => describedAccount(organization, account)),
    NextToken: nextToken,
  };
};
