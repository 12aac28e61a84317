import type { RemoveAccountFromOrganizationRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { removeMember } from './leave.ts';
import { managedOrganization } from './membership.ts';

export const RemoveAccountFromOrganization: Operation<RemoveAccountFromOrganizationRequest, object> = (
  input,
  call,
) => {
  removeMember(call.world, managedOrganization(call), input.AccountId);
  return {};
};
