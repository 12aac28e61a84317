import { isJsonObject, type JsonObject } from '../json.ts';
import type { Baseline } from './baseline.ts';
import { canonicalJson } from './baseline-json.ts';

/** One field that differs. Of lists, `before` and `after` hold only what the other one has not. */
export interface BaselineChange {
  readonly path: string;
  /** Undefined: it is not declared. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two baselines, field by field, for people. That a version is another one goes without saying. */
export const diffBaselines = (before: Baseline, after: Baseline): readonly BaselineChange[] =>
  diffFields('', contentOf(before), contentOf(after));

const contentOf = ({ schema: _, version: __, approval: ___, ...content }: Baseline): JsonObject => content;

function diffValues(path: string, before: unknown, after: unknown): readonly BaselineChange[] {
  if (canonicalJson(before) === canonicalJson(after) && (before === undefined) === (after === undefined))
    return [];
  if (isJsonObject(before) && isJsonObject(after)) return diffFields(path, before, after);
  if (Array.isArray(before) && Array.isArray(after)) return [diffLists(path, before, after)];
  return [{ path, before, after }];
}

function diffFields(path: string, before: JsonObject, after: JsonObject): readonly BaselineChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) =>
    diffValues(path ? `${path}.${name}` : name, ownField(before, name), ownField(after, name)),
  );
}

const ownField = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

function diffLists(path: string, before: readonly unknown[], after: readonly unknown[]): BaselineChange {
  const removed = without(before, after);
  const added = without(after, before);
  // Nothing but the order, or how often something is there.
  if (removed.length + added.length === 0) return { path, before, after };
  return { path, before: removed, after: added };
}

function without(list: readonly unknown[], other: readonly unknown[]): readonly unknown[] {
  const known = new Set(other.map((item) => canonicalJson(item)));
  return list.filter((item) => !known.has(canonicalJson(item)));
}
