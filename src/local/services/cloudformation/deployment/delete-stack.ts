import type { Stack, StackResource } from '../store.ts';
import { inDependencyOrder } from '../template/dependency-order.ts';
import type { DeletionPolicy } from '../template/template.ts';
import type { Deployment } from './context-for.ts';
import { deleteResource, skipDeletion } from './resource-work.ts';
import { setStackStatus } from './stack-log.ts';

interface Deletion {
  /** Policies under which the real thing stays. */
  readonly retained: readonly DeletionPolicy[];
  /** Logical ids of resources that stay, because who deletes the stack says so. */
  readonly alsoRetained?: readonly string[];
}

/** Deletes all resources and then the stack. */
export async function deleteStack(deployment: Deployment, alsoRetained: readonly string[]): Promise<void> {
  const { call, stack } = deployment;
  const retained = ['Retain', 'RetainExceptOnCreate'] as const;
  const failed = await deleteResources(deployment, stack.resources.values(), { retained, alsoRetained });
  if (failed.length > 0) {
    const reason = `The following resource(s) failed to delete: [${failed.join(', ')}]. `;
    return setStackStatus(call.world, stack, 'DELETE_FAILED', reason);
  }
  stack.deletedAt = call.world.clock.now();
  setStackStatus(call.world, stack, 'DELETE_COMPLETE');
}

/**
 * Deletes resources of the stack, each before what it depends on; goes on when one cannot be deleted.
 * @returns the logical ids of those that could not be deleted, and are still in the stack
 */
export async function deleteResources(
  deployment: Deployment,
  resources: Iterable<StackResource>,
  { retained, alsoRetained = [] }: Deletion,
): Promise<string[]> {
  const failed: string[] = [];
  for (const resource of lastFirst([...resources])) {
    const isRetained =
      resource.physicalId !== '' &&
      (retained.includes(resource.deletionPolicy) || alsoRetained.includes(resource.logicalId));
    try {
      if (isRetained) skipDeletion(deployment, resource);
      else await deleteResource(deployment, resource);
      forget(deployment.stack, resource);
    } catch {
      // Its event says why.
      failed.push(resource.logicalId);
    }
  }
  return failed;
}

/** A resource that took the place of this one stays. */
function forget({ resources }: Stack, resource: StackResource): void {
  if (resources.get(resource.logicalId) === resource) resources.delete(resource.logicalId);
}

function lastFirst(resources: readonly StackResource[]): StackResource[] {
  const byName = new Map(resources.map((resource) => [resource.logicalId, resource]));
  const dependencies = new Map(resources.map((resource) => [resource.logicalId, resource.dependencies]));
  return inDependencyOrder(dependencies)
    .reverse()
    .flatMap((name) => byName.get(name) ?? []);
}
