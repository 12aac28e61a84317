import type { Deployment } from './context-for.ts';
import { deleteResources, deleteStack } from './delete-stack.ts';
import { type DesiredStack, outputsOf, propertiesOf } from './desired-stack.ts';
import { assertExportsAreFree } from './exports.ts';
import { createResource, newResource, ResourceFailure } from './resource-work.ts';
import { setStackStatus } from './stack-log.ts';

/**
 * Makes the resources of a new stack, one after the other: AWS makes independent ones side by side, but promises no
 * order among them. Undoes everything when one fails, or does what was asked for that case.
 */
export async function createStack(deployment: Deployment, desired: DesiredStack): Promise<void> {
  const { call, stack } = deployment;
  try {
    await createResources(deployment, desired);
    if (stack.isCancelled) return;
    const outputs = outputsOf(desired, stack.resources);
    assertExportsAreFree(outputs, stack, call);
    stack.outputs = outputs;
  } catch (error) {
    return stack.isCancelled ? undefined : undo(deployment, error);
  }
  setStackStatus(call.world, stack, 'CREATE_COMPLETE');
}

async function createResources(deployment: Deployment, desired: DesiredStack): Promise<void> {
  const { stack } = deployment;
  for (const resource of desired.resources.values()) {
    if (stack.isCancelled) return;
    const made = newResource(resource);
    stack.resources.set(resource.logicalId, made);
    await createResource(deployment, made, () => propertiesOf(resource, desired, stack.resources));
  }
}

async function undo(deployment: Deployment, error: unknown): Promise<void> {
  const { call, stack } = deployment;
  const reason = reasonOf(error);
  if (stack.onFailure === 'DO_NOTHING') return setStackStatus(call.world, stack, 'CREATE_FAILED', reason);
  if (stack.onFailure === 'DELETE') {
    setStackStatus(call.world, stack, 'DELETE_IN_PROGRESS', `${reason}Delete requested by user.`);
    return deleteStack(deployment, []);
  }
  setStackStatus(call.world, stack, 'ROLLBACK_IN_PROGRESS', `${reason}Rollback requested by user.`);
  const failed = await deleteResources(deployment, stack.resources.values(), { retained: ['Retain'] });
  if (failed.length === 0) return setStackStatus(call.world, stack, 'ROLLBACK_COMPLETE');
  const whatFailed = `The following resource(s) failed to delete: [${failed.join(', ')}]. `;
  setStackStatus(call.world, stack, 'ROLLBACK_FAILED', whatFailed);
}

function reasonOf(error: unknown): string {
  if (error instanceof ResourceFailure)
    return `The following resource(s) failed to create: [${error.logicalId}]. `;
  return `${error instanceof Error ? error.message : error} `;
}
