import { randomUUID } from 'node:crypto';
import type { ResourceStatus, StackStatus } from '@aws-sdk/client-cloudformation';
import type { World } from '../../../endpoint/world.ts';
import type { Stack, StackResource } from '../store.ts';

/** Sets the status of a stack and tells of it. */
export function setStackStatus(world: World, stack: Stack, status: StackStatus, reason?: string): void {
  stack.status = status;
  if (reason === undefined) delete stack.statusReason;
  else stack.statusReason = reason;
  stack.events.push({
    id: randomUUID(),
    logicalId: stack.name,
    physicalId: stack.id,
    type: 'AWS::CloudFormation::Stack',
    // The two lists of statuses have no type in common; the log shows both.
    status: status as ResourceStatus,
    reason,
    token: stack.clientRequestToken,
    at: world.clock.now(),
  });
}

/** Sets the status of a resource and tells of it. */
export function setResourceStatus(
  world: World,
  stack: Stack,
  resource: StackResource,
  status: ResourceStatus,
  reason?: string,
): void {
  const at = world.clock.now();
  Object.assign(resource, { status, statusReason: reason, changedAt: at });
  stack.events.push({
    id: `${resource.logicalId}-${status}-${randomUUID()}`,
    logicalId: resource.logicalId,
    physicalId: resource.physicalId,
    type: resource.type,
    status,
    reason,
    token: stack.clientRequestToken,
    at,
  });
}
