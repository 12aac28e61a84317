import type { EnableOrganizationAdminAccountRequest } from '@aws-sdk/client-guardduty';
import { dispatch } from '../../endpoint/dispatch.ts';
import type { Operation } from '../../endpoint/operation.ts';
import { isDelegatedAdministrator } from '../organizations/membership.ts';
import { badRequest } from './detector.ts';
import { managedOrganization } from './management-account.ts';
import { administratorSlot } from './organization-administrator.ts';

const GUARDDUTY = 'guardduty.amazonaws.com';

/** Has Organizations trust GuardDuty and register the account, in the caller's name. */
export const EnableOrganizationAdminAccount: Operation<
  EnableOrganizationAdminAccountRequest,
  object
> = async ({ AdminAccountId: accountId = '' }, call) => {
  const organization = managedOrganization(call);
  const slot = administratorSlot(call.world, call.accountId, call.region);
  if (slot.accountId !== undefined) {
    throw badRequest(
      'The request failed because an account is already enabled as the delegated administrator.',
    );
  }
  if (!organization.accounts.has(accountId)) {
    throw badRequest('The request failed because the account is not part of the organization.');
  }
  const caller = { ...call.caller, invokedBy: GUARDDUTY };
  const ask = (operation: string, input: object) =>
    dispatch({ service: 'organizations', operation, input, call: { ...call, caller } });
  await ask('EnableAWSServiceAccess', { ServicePrincipal: GUARDDUTY });
  const needsRegistration =
    accountId !== call.accountId && !isDelegatedAdministrator(organization, accountId, GUARDDUTY);
  if (needsRegistration)
    await ask('RegisterDelegatedAdministrator', { AccountId: accountId, ServicePrincipal: GUARDDUTY });
  slot.accountId = accountId;
  return {};
};
