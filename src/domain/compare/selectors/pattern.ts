/** One text, or all texts that begin and end in a certain way. */
export type Pattern = { readonly exact: string } | { readonly prefix: string; readonly suffix: string };

export const exactly = (exact: string): Pattern => ({ exact });
export const startingWith = (prefix: string): Pattern => ({ prefix, suffix: '' });
export const endingWith = (suffix: string): Pattern => ({ prefix: '', suffix });

const matches = (text: string, pattern: Pattern): boolean =>
  'exact' in pattern
    ? text === pattern.exact
    : text.startsWith(pattern.prefix) && text.endsWith(pattern.suffix);

/**
 * Whether every text of the one is a text of the other. A beginning leaves open how a text goes on, so only a shorter
 * beginning holds it all, and no single text does.
 */
export function isWithin(inner: Pattern, outer: Pattern): boolean {
  if ('exact' in inner) return matches(inner.exact, outer);
  if ('exact' in outer) return false;
  return inner.prefix.startsWith(outer.prefix) && inner.suffix.endsWith(outer.suffix);
}

/** The texts of both; null when there is none. */
export function meet(one: Pattern, other: Pattern): Pattern | null {
  if ('exact' in one) return matches(one.exact, other) ? one : null;
  if ('exact' in other) return meet(other, one);
  const prefix = longerOf(one.prefix, other.prefix, (long, short) => long.startsWith(short));
  const suffix = longerOf(one.suffix, other.suffix, (long, short) => long.endsWith(short));
  return prefix === null || suffix === null ? null : { prefix, suffix };
}

function longerOf(
  one: string,
  other: string,
  holds: (long: string, short: string) => boolean,
): string | null {
  if (holds(one, other)) return one;
  return holds(other, one) ? other : null;
}
