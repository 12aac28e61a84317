import { isJsonObject, type JsonObject } from '../json.ts';

// Fields of an AWS answer, or of a document written by hand, whatever they hold. What is no such value is read as none.

/** AWS answers '' or leaves the field out for "none": both are null. */
export const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export const textOf = (value: unknown): string => textOrNull(value) ?? '';

/** CloudTrail's records hold some flags as text. */
export function flagOf(value: unknown, otherwise: boolean): boolean {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : otherwise;
}

export const numberOrNull = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** ISO 8601 with milliseconds. */
export function timeOrNull(value: unknown): string | null {
  if (!(value instanceof Date) && typeof value !== 'string') return null;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const objectsOf = (value: unknown): readonly JsonObject[] => listOf(value).filter(isJsonObject);

/** A list of texts whose order means nothing, each once. */
export const textsOf = (value: unknown): readonly string[] =>
  [...new Set(listOf(value).filter((item) => typeof item === 'string'))].sort();

/** A list whose order means nothing, by what its items are. */
export const sortedByContent = <T>(items: readonly T[]): readonly T[] =>
  items
    .map((item) => ({ item, key: JSON.stringify(item) }))
    .sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)))
    .map(({ item }) => item);
