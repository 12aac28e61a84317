import { attachFullAccess } from './policies.ts';
import type { MemberAccount, Organization } from './store.ts';

type GivenAccount = Pick<MemberAccount, 'id' | 'joinedAt'> & Partial<MemberAccount>;

/** Puts an account into the organization's root. Who brings no name of his own is called by his id. */
export function newAccount(organization: Organization, given: GivenAccount): MemberAccount {
  const account: MemberAccount = {
    name: given.id,
    email: `owner+${given.id}@example.com`,
    joinedMethod: 'INVITED',
    status: 'ACTIVE',
    parentId: organization.rootId,
    ...given,
  };
  organization.accounts.set(account.id, account);
  attachFullAccess(organization, account.id);
  return account;
}
