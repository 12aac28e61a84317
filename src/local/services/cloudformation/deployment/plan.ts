import { isDeepStrictEqual } from 'node:util';
import type { Stack, StackResource } from '../store.ts';
import type { ResourceState } from '../template/scope.ts';
import { validationError } from '../template/template-error.ts';
import { compare } from './compare.ts';
import { type DesiredResource, type DesiredStack, outputsOf, propertiesOf } from './desired-stack.ts';
import type { PlannedChange } from './planned-change.ts';

/**
 * What must be done to `existing` resources for the desired stack. Everything that can be evaluated is, and checked.
 * @throws ServiceError `ValidationError` when the template does not work out
 */
export function planChanges(
  desired: DesiredStack,
  existing: ReadonlyMap<string, StackResource>,
): PlannedChange[] {
  /** Resources whose values will be what they are now. */
  const settled = new Map<string, ResourceState>();
  const changes: PlannedChange[] = [];
  for (const resource of desired.resources.values()) {
    const present = existing.get(resource.logicalId);
    const wanted = propertiesOf(resource, desired, settled);
    const change = planned(resource, wanted, present);
    if (change) changes.push(change);
    if (present && keepsItsValues(resource, change)) settled.set(resource.logicalId, present);
  }
  outputsOf(desired, settled);
  return [...changes, ...removals(desired, existing)];
}

/** Whether the update would change nothing at all; changed tags change resources too. */
export const isUnchanged = (
  desired: DesiredStack,
  stack: Stack,
  changes: readonly PlannedChange[],
): boolean =>
  changes.length === 0 &&
  isDeepStrictEqual(desired.definition.template.outputs, stack.definition.template.outputs) &&
  isDeepStrictEqual(outputsOf(desired, stack.resources), stack.outputs) &&
  isDeepStrictEqual(desired.definition.tags, stack.definition.tags);

function planned(
  resource: DesiredResource,
  wanted: unknown,
  existing: StackResource | undefined,
): PlannedChange | undefined {
  const { logicalId, type } = resource;
  if (!existing) {
    return {
      action: 'Add',
      logicalId,
      type,
      physicalId: undefined,
      changedProperties: [],
      replacement: 'False',
    };
  }
  if (existing.type !== type) {
    throw validationError(
      `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${logicalId}]`,
    );
  }
  const comparison = compare(resource, wanted, existing);
  if (comparison.changedProperties.length === 0) return undefined;
  return { action: 'Modify', logicalId, type, physicalId: existing.physicalId, ...comparison };
}

/** A custom resource may answer anything to an update; others keep their names and attributes. */
const keepsItsValues = ({ resourceType }: DesiredResource, change: PlannedChange | undefined) =>
  change === undefined || (change.replacement === 'False' && resourceType.attributes !== 'any');

const removals = (desired: DesiredStack, existing: ReadonlyMap<string, StackResource>): PlannedChange[] =>
  [...existing.values()]
    .filter(({ logicalId }) => !desired.resources.has(logicalId))
    .map(({ logicalId, type, physicalId }) => ({
      action: 'Remove',
      logicalId,
      type,
      physicalId,
      changedProperties: [],
      replacement: 'False',
    }));
