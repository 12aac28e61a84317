const MAX_LENGTH = 1024;

/** A text from outside, well-formed and at most 1,024 characters long; null when it is none or empty. */
export function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.length > MAX_LENGTH ? value.slice(0, MAX_LENGTH).replace(/[\uD800-\uDBFF]$/, '') : value;
  // Half of a surrogate pair cannot be written as UTF-8: some receivers of a message refuse it.
  return text.toWellFormed() || null;
}

/** The first of several texts that is one. */
export const firstText = (...values: readonly unknown[]): string | null =>
  values.map(readText).find((text) => text !== null) ?? null;

/** The first time among texts, in milliseconds since the epoch; 0 when there is none. */
export const firstTime = (...values: readonly unknown[]): number =>
  values.map((value) => Date.parse(readText(value) ?? '')).find((time) => !Number.isNaN(time)) ?? 0;
