import type { StackResource } from '../store.ts';
import { isJsonObject } from '../template/json-object.ts';
import { validationError } from '../template/template-error.ts';
import { compare } from './compare.ts';
import type { Deployment } from './context-for.ts';
import { deleteResources } from './delete-stack.ts';
import { type DesiredResource, type DesiredStack, outputsOf, propertiesOf } from './desired-stack.ts';
import { assertExportsAreFree } from './exports.ts';
import { createResource, newResource, ResourceFailure, updateResource } from './resource-work.ts';
import { setStackStatus } from './stack-log.ts';

/** What an update has done so far. */
interface Journal {
  /** What undoes it, the first thing first. */
  readonly undo: (() => void | Promise<void>)[];
  /** New resources: to be deleted if the update is undone. */
  readonly made: StackResource[];
  /** Old resources that others replaced: to be deleted if the update succeeds. */
  readonly replaced: StackResource[];
}

/** Makes a stack what is desired: makes and changes resources, and only when all of that worked, deletes the others. */
export async function updateStack(deployment: Deployment, desired: DesiredStack): Promise<void> {
  const { call, stack } = deployment;
  const journal: Journal = { undo: [], made: [], replaced: [] };
  try {
    for (const resource of desired.resources.values()) await apply(resource, desired, deployment, journal);
    const outputs = outputsOf(desired, stack.resources);
    assertExportsAreFree(outputs, stack, call);
    stack.outputs = outputs;
  } catch (error) {
    return rollBack(deployment, journal, error);
  }
  adopt(desired, deployment);
  setStackStatus(call.world, stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  const removed = [...stack.resources.values()].filter(({ logicalId }) => !desired.resources.has(logicalId));
  const failed = await deleteResources(deployment, [...removed, ...journal.replaced], {
    retained: ['Retain', 'RetainExceptOnCreate'],
  });
  for (const name of failed) if (!desired.resources.has(name)) stack.resources.delete(name);
  const reason =
    failed.length > 0 ? 'Update successful. One or more resources could not be deleted.' : undefined;
  setStackStatus(call.world, stack, 'UPDATE_COMPLETE', reason);
}

async function apply(
  resource: DesiredResource,
  desired: DesiredStack,
  deployment: Deployment,
  journal: Journal,
): Promise<void> {
  const { stack } = deployment;
  const existing = stack.resources.get(resource.logicalId);
  if (!existing)
    return make(resource, () => propertiesOf(resource, desired, stack.resources), deployment, journal);
  const wanted = propertiesOf(resource, desired, stack.resources);
  const { changedProperties, replacement } = compare(resource, wanted, existing);
  if (changedProperties.length === 0) return;
  if (replacement === 'False') return change(existing, wanted, deployment, journal);
  journal.undo.push(() => {
    stack.resources.set(resource.logicalId, existing);
  });
  journal.replaced.push({ ...existing, deletionPolicy: existing.updateReplacePolicy });
  const propertiesUnlessSameName = () => {
    refuseSameName(resource, wanted, existing);
    return wanted;
  };
  await make(resource, propertiesUnlessSameName, deployment, journal);
}

async function make(
  resource: DesiredResource,
  wanted: () => unknown,
  deployment: Deployment,
  journal: Journal,
): Promise<void> {
  const made = newResource(resource);
  journal.made.push(made);
  deployment.stack.resources.set(resource.logicalId, made);
  await createResource(deployment, made, wanted);
}

async function change(
  existing: StackResource,
  wanted: unknown,
  deployment: Deployment,
  journal: Journal,
): Promise<void> {
  const before = { ...existing };
  journal.undo.push(async () => {
    const interim = { ...existing };
    await updateResource(deployment, existing, before.properties);
    if (existing.physicalId !== interim.physicalId) journal.made.push(interim);
  });
  await updateResource(deployment, existing, wanted);
  // A custom resource may answer that it made something else: what was there before is then deleted.
  if (existing.physicalId !== before.physicalId) {
    journal.replaced.push({ ...before, deletionPolicy: before.updateReplacePolicy });
  }
}

/** The new one is made before the old one is deleted, so both would have the name. */
function refuseSameName(
  { logicalId, resourceType }: DesiredResource,
  wanted: unknown,
  existing: StackResource,
) {
  const { nameProperty } = resourceType;
  if (!nameProperty || !isJsonObject(wanted) || !isJsonObject(existing.properties)) return;
  const name = wanted[nameProperty];
  if (name === undefined || name !== existing.properties[nameProperty]) return;
  throw validationError(
    `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again. (${logicalId})`,
  );
}

function adopt(desired: DesiredStack, { stack }: Deployment): void {
  stack.definition = desired.definition;
  for (const [logicalId, { dependencies, deletionPolicy, updateReplacePolicy }] of desired.resources) {
    const resource = stack.resources.get(logicalId);
    if (resource) Object.assign(resource, { dependencies, deletionPolicy, updateReplacePolicy });
  }
}

async function rollBack(deployment: Deployment, journal: Journal, error: unknown): Promise<void> {
  const { call, stack } = deployment;
  setStackStatus(call.world, stack, 'UPDATE_ROLLBACK_IN_PROGRESS', reasonOf(error));
  try {
    for (const undo of journal.undo.toReversed()) await undo();
  } catch (failure) {
    return setStackStatus(call.world, stack, 'UPDATE_ROLLBACK_FAILED', reasonOf(failure));
  }
  setStackStatus(call.world, stack, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  await deleteResources(deployment, journal.made, { retained: ['Retain'] });
  setStackStatus(call.world, stack, 'UPDATE_ROLLBACK_COMPLETE');
}

function reasonOf(error: unknown): string {
  if (error instanceof ResourceFailure)
    return `The following resource(s) failed to update: [${error.logicalId}]. `;
  return error instanceof Error ? error.message : String(error);
}
