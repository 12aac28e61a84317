import { isWithin, meet, type Pattern } from './pattern.ts';

/** What the values of one field may be. */
export interface ValueSet {
  /** Of each group some pattern is met: by the one value, or by any of several. Without a group the field may be absent. */
  readonly anyOf: readonly (readonly Pattern[])[];
  /** No value meets any of these. */
  readonly noneOf: readonly Pattern[];
}

export const ANYTHING: ValueSet = { anyOf: [], noneOf: [] };

/** The set of those that also meet one of the patterns. @param holdsSeveral an event may have several values in the field */
export function narrow(
  { anyOf, noneOf }: ValueSet,
  patterns: readonly Pattern[],
  holdsSeveral: boolean,
): ValueSet {
  const groups =
    holdsSeveral || anyOf.length === 0
      ? [...anyOf, patterns]
      : anyOf.map((group) => meetAll(group, patterns));
  return { anyOf: groups.map((group) => outside(group, noneOf)), noneOf };
}

/** The set of those that meet none of the patterns. */
export const exclude = ({ anyOf, noneOf }: ValueSet, patterns: readonly Pattern[]): ValueSet => ({
  anyOf: anyOf.map((group) => outside(group, patterns)),
  noneOf: [...noneOf, ...patterns],
});

/**
 * Whether no event can have such values. A pattern that no single excluded one holds leaves something: there are more texts
 * than all that is excluded by beginning, end or name.
 */
export const isEmpty = ({ anyOf }: ValueSet): boolean => anyOf.some((group) => group.length === 0);

export const sizeOf = ({ anyOf, noneOf }: ValueSet): number =>
  anyOf.reduce((size, group) => size + group.length, noneOf.length);

const outside = (patterns: readonly Pattern[], excluded: readonly Pattern[]): readonly Pattern[] =>
  patterns.filter((pattern) => !excluded.some((other) => isWithin(pattern, other)));

const meetAll = (group: readonly Pattern[], patterns: readonly Pattern[]): readonly Pattern[] =>
  group.flatMap((one) => patterns.flatMap((other) => meet(one, other) ?? []));
