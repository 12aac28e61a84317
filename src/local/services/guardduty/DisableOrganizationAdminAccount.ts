import type { DisableOrganizationAdminAccountRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { badRequest } from './detector.ts';
import { managedOrganization } from './management-account.ts';
import { administratorSlot } from './organization-administrator.ts';

/** Members stay members of the account; Organizations keeps it registered. */
export const DisableOrganizationAdminAccount: Operation<DisableOrganizationAdminAccountRequest, object> = (
  input,
  call,
) => {
  managedOrganization(call);
  const slot = administratorSlot(call.world, call.accountId, call.region);
  if (slot.accountId !== input.AdminAccountId) {
    throw badRequest('The request failed because the account is not the delegated administrator.');
  }
  slot.accountId = undefined;
  return {};
};
