import type { DeleteResourcePolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { resourcePoliciesOf } from './resource-policies.ts';

export const DeleteResourcePolicy: Operation<DeleteResourcePolicyRequest, void> = (input, call) => {
  refuseUnsupported(input, 'resourceArn', 'expectedRevisionId');
  const { policyName = '' } = input;
  if (resourcePoliciesOf(call.world, call.accountId, call.region).delete(policyName)) return;
  throw new ServiceError('ResourceNotFoundException', `Policy with name [${policyName}] does not exist`);
};
