import type { EventPattern, FieldPattern } from './compile.ts';
import { type EventNode, toEventTree } from './event-tree.ts';
import type { Leaf, Matcher } from './matcher.ts';

/** Whether an event matches: one of the pattern's branches holds for it. */
export function matchesPattern(pattern: EventPattern, event: unknown): boolean {
  const tree = toEventTree(event);
  return pattern.some((branch) => matchesChildren(branch, tree));
}

function matchesField(field: FieldPattern, node: EventNode | undefined): boolean {
  return (!field.matchers.length || matchesLeaves(field.matchers, node)) && matchesChildren(field, node);
}

/** Fields below an array of objects must hold together inside one of its elements. */
function matchesChildren(field: FieldPattern, node: EventNode | undefined): boolean {
  if (!field.children.size) return true;
  if (isList(node) && node.length) return node.some((element) => matchesChildren(field, element));
  const fields = node instanceof Map ? node : undefined;
  return [...field.children].every(([name, child]) => matchesField(child, fields?.get(name)));
}

/** Operators look at leaves only: an object or an empty array counts as absent. */
function matchesLeaves(matchers: readonly Matcher[], node: EventNode | undefined): boolean {
  const leaves = leavesOf(node);
  const isAbsent = !leaves.length && !(isList(node) && node.length);
  if (isAbsent) return matchers.some((matcher) => matcher.acceptsAbsence);
  return leaves.some((leaf) => matchers.some((matcher) => matcher.accepts(leaf)));
}

function leavesOf(node: EventNode | undefined): readonly Leaf[] {
  if (node === undefined || node instanceof Map) return [];
  return isList(node) ? node.flatMap(leavesOf) : [node];
}

const isList = (node: EventNode | undefined): node is readonly EventNode[] => Array.isArray(node);
