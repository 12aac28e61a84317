import type { CloseAccountRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { constraintViolation } from './errors.ts';
import { managedOrganization, memberAccount } from './membership.ts';

/** AWS says "a few minutes". */
const CLOSED_AFTER_MS = 2 * 60 * 1000;

/**
 * The account stays in the organization, suspended for 90 days. Nobody but AWS Support brings it back.
 * @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-closing.html
 */
export const CloseAccount: Operation<CloseAccountRequest, object> = (input, call) => {
  const organization = managedOrganization(call);
  const account = memberAccount(organization, input.AccountId);
  if (account.id === organization.managementAccountId) {
    throw constraintViolation('You cannot close the management account.');
  }
  if (organization.delegations.has(account.id)) {
    throw constraintViolation('You cannot close a delegated administrator account.');
  }
  if (account.status !== 'ACTIVE') {
    throw new ServiceError(
      'AccountAlreadyClosedException',
      'You attempted to close an account that is closed.',
    );
  }
  account.status = 'PENDING_CLOSURE';
  call.world.clock.after(CLOSED_AFTER_MS, () => {
    account.status = 'SUSPENDED';
  });
  return {};
};
