/** Whom, what or which things a statement names: these, or all but these. */
export interface Scope {
  readonly isNot: boolean;
  readonly values: readonly string[];
}

export const EVERYTHING: Scope = { isNot: false, values: ['*'] };

/** How the values of a scope relate. `includes` is sure of a yes, `mayOverlap` of a no. */
export interface Relation {
  readonly includes: (outer: string, inner: string) => boolean;
  readonly mayOverlap: (one: string, other: string) => boolean;
}

/** Whether the outer scope surely takes in everything of the inner. */
export function coversScope(outer: Scope, inner: Scope, { includes, mayOverlap }: Relation): boolean {
  if (outer.isNot)
    return inner.isNot
      ? outer.values.every((left) => inner.values.some((value) => includes(value, left)))
      : inner.values.every((value) => outer.values.every((left) => !mayOverlap(left, value)));
  return inner.isNot
    ? outer.values.includes('*')
    : inner.values.every((value) => outer.values.some((taken) => includes(taken, value)));
}

/** A scope as those of one value each, unless it names what it leaves out. */
export const splitScope = (scope: Scope): readonly Scope[] =>
  scope.isNot ? [scope] : scope.values.map((value) => ({ isNot: false, values: [value] }));
