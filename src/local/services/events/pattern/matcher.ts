/** A value that is no object and no array. */
export type Leaf = string | number | boolean | null;

/** A wildcard text as the literal texts between its stars: `a*b` is `['a', 'b']`, a text without stars has one. */
export type Wildcard = readonly string[];

/** One entry of a field's list in a pattern. */
export interface Matcher {
  readonly accepts: (leaf: Leaf) => boolean;
  /** Whether the field may be missing; true for `{"exists": false}` alone. */
  readonly acceptsAbsence?: true;
  /** The wildcards in it, whose complexity is judged for the whole field. */
  readonly wildcards?: readonly Wildcard[];
}

/** A matcher that looks at text and refuses every other value. */
export const textMatcher = (accepts: (text: string) => boolean): Matcher => ({
  accepts: (leaf) => typeof leaf === 'string' && accepts(leaf),
});

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
