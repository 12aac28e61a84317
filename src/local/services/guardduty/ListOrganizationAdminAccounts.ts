import type {
  ListOrganizationAdminAccountsRequest,
  ListOrganizationAdminAccountsResponse,
} from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { managedOrganization } from './management-account.ts';
import { administratorSlot } from './organization-administrator.ts';

export const ListOrganizationAdminAccounts: Operation<
  ListOrganizationAdminAccountsRequest,
  ListOrganizationAdminAccountsResponse
> = (_input, call) => {
  managedOrganization(call);
  const { accountId } = administratorSlot(call.world, call.accountId, call.region);
  return { AdminAccounts: accountId ? [{ AdminAccountId: accountId, AdminStatus: 'ENABLED' }] : [] };
};
