import type { MoveAccountRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { notFound } from './errors.ts';
import { managedOrganization, memberAccount } from './membership.ts';
import { parentOf } from './targets.ts';

/** The policies of the new place count at once, those of the old one no more. */
export const MoveAccount: Operation<MoveAccountRequest, object> = (input, call) => {
  const organization = managedOrganization(call);
  const account = memberAccount(organization, input.AccountId);
  const source = parentOf(organization, input.SourceParentId, 'SourceParent');
  const destination = parentOf(organization, input.DestinationParentId, 'DestinationParent');
  if (account.parentId === destination.id) {
    throw new ServiceError(
      'DuplicateAccountException',
      'That account is already present in the destination.',
    );
  }
  if (account.parentId !== source.id) {
    throw notFound('SourceParent', 'The account is not in the source parent that you specified.');
  }
  account.parentId = destination.id;
  return {};
};
