import type { RegisterOrganizationDelegatedAdminRequest } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { administratorsOf } from '../organizations/delegation.ts';
import { delegationTarget } from './delegation-target.ts';
import { askOrganizations, CLOUDTRAIL } from './organization-trails.ts';

const MAX_ADMINISTRATORS = 3;

/** Has Organizations register the account, in the caller's name. */
export const RegisterOrganizationDelegatedAdmin: Operation<
  RegisterOrganizationDelegatedAdminRequest,
  object
> = async ({ MemberAccountId: accountId = '' }, call) => {
  const organization = delegationTarget(accountId, call);
  if (accountId === organization.managementAccountId) {
    throw new ServiceError(
      'CannotDelegateManagementAccountException',
      'The management account cannot be registered as the CloudTrail delegated administrator.',
    );
  }
  const administrators = administratorsOf(organization, CLOUDTRAIL);
  if (administrators.includes(accountId)) {
    throw new ServiceError(
      'AccountRegisteredException',
      'The account is already registered as the CloudTrail delegated administrator.',
    );
  }
  if (administrators.length >= MAX_ADMINISTRATORS) {
    throw new ServiceError(
      'DelegatedAdminAccountLimitExceededException',
      'The maximum number of CloudTrail delegated administrators is reached.',
    );
  }
  const input = { AccountId: accountId, ServicePrincipal: CLOUDTRAIL };
  await askOrganizations(call, 'RegisterDelegatedAdministrator', input);
  return {};
};
