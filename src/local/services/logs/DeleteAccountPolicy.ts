import type { DeleteAccountPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accountPoliciesOf, keyOf } from './account-policies.ts';

export const DeleteAccountPolicy: Operation<DeleteAccountPolicyRequest, void> = (
  { policyType, policyName },
  call,
) => {
  if (accountPoliciesOf(call).delete(keyOf(policyType, policyName))) return;
  throw new ServiceError('ResourceNotFoundException', `Policy with name [${policyName}] does not exist`);
};
