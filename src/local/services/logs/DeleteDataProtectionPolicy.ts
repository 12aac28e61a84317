import type { DeleteDataProtectionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { noDataProtection, protectableGroup } from './data-protection.ts';

export const DeleteDataProtectionPolicy: Operation<DeleteDataProtectionPolicyRequest, void> = (
  { logGroupIdentifier },
  call,
) => {
  const group = protectableGroup(logGroupIdentifier, call);
  if (group.dataProtection?.document === undefined) throw noDataProtection();
  group.dataProtection = { updatedAt: call.world.clock.now() };
};
