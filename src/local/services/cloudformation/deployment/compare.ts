import { isDeepStrictEqual } from 'node:util';
import type { StackResource } from '../store.ts';
import type { JsonObject } from '../template/json-object.ts';
import { isJsonObject } from '../template/json-object.ts';
import { hasUnresolved } from '../template/scope.ts';
import type { DesiredResource } from './desired-stack.ts';
import type { Comparison, PropertyChange } from './planned-change.ts';

/** How a resource must change to have the properties that are wanted. */
export function compare(resource: DesiredResource, wanted: unknown, existing: StackResource): Comparison {
  const next = asObject(wanted);
  const previous = asObject(existing.properties);
  const names = new Set([...Object.keys(previous), ...Object.keys(next)]);
  const changedProperties = [...names]
    .filter((name) => !isDeepStrictEqual(next[name], previous[name]))
    .map((name) => propertyChange(name, next[name], resource));
  return { changedProperties, replacement: replacementBy(changedProperties) };
}

function propertyChange(name: string, value: unknown, { resourceType }: DesiredResource): PropertyChange {
  const isKnown = !hasUnresolved(value);
  const recreates = !resourceType.update || resourceType.createOnly?.includes(name);
  const requiresRecreation = recreates ? (isKnown ? 'Always' : 'Conditionally') : 'Never';
  return { name, isKnown, requiresRecreation };
}

function replacementBy(changes: readonly PropertyChange[]): Comparison['replacement'] {
  if (changes.some(({ requiresRecreation }) => requiresRecreation === 'Always')) return 'True';
  return changes.some(({ requiresRecreation }) => requiresRecreation === 'Conditionally')
    ? 'Conditional'
    : 'False';
}

const asObject = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
