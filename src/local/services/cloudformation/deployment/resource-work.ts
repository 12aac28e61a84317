import type { ResourceStatus } from '@aws-sdk/client-cloudformation';
import type { Made } from '../resources/resource-type.ts';
import type { StackResource } from '../store.ts';
import { resourceTypeOf } from './accept-template.ts';
import { contextFor, type Deployment } from './context-for.ts';
import type { DesiredResource } from './desired-stack.ts';
import { setResourceStatus } from './stack-log.ts';

/** A resource could not be made, changed or deleted; its event says why. */
export class ResourceFailure extends Error {
  override readonly name = 'ResourceFailure';
  readonly logicalId: string;

  constructor(logicalId: string, options: ErrorOptions) {
    super(`The resource ${logicalId} failed`, options);
    this.logicalId = logicalId;
  }
}

/** What an attempt at one resource is called in its events. */
type Attempt = 'CREATE' | 'UPDATE' | 'DELETE';

/** A resource of the stack that nothing real belongs to yet. */
export const newResource = (desired: DesiredResource): StackResource => ({
  logicalId: desired.logicalId,
  type: desired.type,
  physicalId: '',
  attributes: new Map(),
  properties: undefined,
  dependencies: desired.dependencies,
  deletionPolicy: desired.deletionPolicy,
  updateReplacePolicy: desired.updateReplacePolicy,
  status: 'CREATE_IN_PROGRESS',
  statusReason: undefined,
  changedAt: 0,
});

/** Makes what `resource` stands for. `wanted` gives its properties; working them out may fail as well. */
export async function createResource(
  deployment: Deployment,
  resource: StackResource,
  wanted: () => unknown,
): Promise<void> {
  await attempt(deployment, resource, 'CREATE', async () => {
    resource.properties = wanted();
    const type = resourceTypeOf(resource.type);
    settle(resource, await type.create(resource.properties, contextFor(deployment, resource)));
  });
}

/** Changes what there is in place. */
export async function updateResource(
  deployment: Deployment,
  resource: StackResource,
  wanted: unknown,
): Promise<void> {
  await attempt(deployment, resource, 'UPDATE', async () => {
    const { physicalId, properties: previous } = resource;
    const attributes = Object.fromEntries(resource.attributes);
    const change = { physicalId, properties: wanted, previous, attributes };
    const made = await resourceTypeOf(resource.type).update?.(change, contextFor(deployment, resource));
    resource.properties = wanted;
    if (made) settle(resource, made);
  });
}

/** Deletes what there is, if there is anything. */
export async function deleteResource(deployment: Deployment, resource: StackResource): Promise<void> {
  await attempt(deployment, resource, 'DELETE', async () => {
    const { physicalId, properties } = resource;
    if (physicalId === '') return;
    await resourceTypeOf(resource.type).delete({ physicalId, properties }, contextFor(deployment, resource));
  });
}

/** Leaves what there is to its owner. */
export const skipDeletion = ({ call, stack }: Deployment, resource: StackResource): void =>
  setResourceStatus(call.world, stack, resource, 'DELETE_SKIPPED');

function settle(resource: StackResource, { physicalId, attributes }: Made): void {
  resource.physicalId = physicalId;
  resource.attributes = new Map(Object.entries(attributes));
}

async function attempt(
  { call: { world }, stack }: Deployment,
  resource: StackResource,
  what: Attempt,
  work: () => Promise<void>,
): Promise<void> {
  const tell = (end: 'IN_PROGRESS' | 'COMPLETE' | 'FAILED', reason?: string) =>
    setResourceStatus(world, stack, resource, `${what}_${end}` satisfies ResourceStatus, reason);
  tell('IN_PROGRESS');
  try {
    await work();
  } catch (error) {
    tell('FAILED', error instanceof Error ? error.message : String(error));
    throw new ResourceFailure(resource.logicalId, { cause: error });
  }
  tell('COMPLETE');
}
