// Patterns of IAM: `*` stands for any number of characters, `?` for one. Whoever writes a policy may write hostile ones, so
// nothing here tries again what failed: the work is bounded by the product of both lengths.

const WILDCARD = /[*?]/;

export const hasWildcard = (pattern: string): boolean => WILDCARD.test(pattern);

/**
 * Whether `outer` matches everything that `inner` matches; `inner` may be plain text. A yes is certain. A no may be wrong for
 * patterns that mean the same and are written in different ways.
 */
export function includesPattern(outer: string, inner: string): boolean {
  const [first = '', ...others] = outer.split('*');
  if (!matchesAt(first, inner, 0)) return false;
  const last = others.pop();
  if (last === undefined) return inner.length === first.length;
  const end = inner.length - last.length;
  let at = first.length;
  for (const middle of others) {
    at = findFrom(middle, inner, at);
    if (at < 0) return false;
    at += middle.length;
  }
  return at <= end && matchesAt(last, inner, end);
}

/** The leftmost place is always a good one: what lies behind it is only more. */
function findFrom(segment: string, text: string, from: number): number {
  for (let at = from; at + segment.length <= text.length; at++) if (matchesAt(segment, text, at)) return at;
  return -1;
}

function matchesAt(segment: string, text: string, at: number): boolean {
  if (at < 0 || at + segment.length > text.length) return false;
  for (let index = 0; index < segment.length; index++) {
    const [wanted, found] = [segment[index], text[at + index]];
    if (wanted !== found && (wanted !== '?' || found === '*')) return false;
  }
  return true;
}

/** Whether some text may match both. A no is certain: their beginnings or their ends differ. */
export function mayOverlap(one: string, other: string): boolean {
  if (!hasWildcard(one)) return includesPattern(other, one);
  if (!hasWildcard(other)) return includesPattern(one, other);
  return agree(beginning(one), beginning(other)) && agree(ending(one), ending(other));
}

const beginning = (pattern: string): string => pattern.slice(0, pattern.search(WILDCARD));

const ending = (pattern: string): string =>
  reverse(pattern.slice(Math.max(pattern.lastIndexOf('*'), pattern.lastIndexOf('?')) + 1));

const reverse = (text: string): string => [...text].reverse().join('');

const agree = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);
