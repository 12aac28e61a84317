import { asJsonObject, type JsonObject } from '../json.ts';
import { timeOrNull } from './fields.ts';

/**
 * A value as JSON has it, the same for the same content: fields sorted, those without a value left out, times ISO 8601.
 * Empty texts stay: in a bucket's rules an empty prefix means all objects.
 */
export function canonicalValue(value: unknown): unknown {
  if (value instanceof Date) return timeOrNull(value);
  if (Array.isArray(value)) return value.map((item) => canonicalValue(item) ?? null);
  if (typeof value === 'object' && value !== null) return canonicalObject(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  return typeof value === 'string' || typeof value === 'boolean' || value === null ? value : undefined;
}

/** The same for what must be an object; an empty one for whatever is none. */
export const canonicalObject = (value: unknown): JsonObject =>
  Object.fromEntries(
    Object.entries(asJsonObject(value))
      .map(([name, field]) => [name, canonicalValue(field)] as const)
      .filter(([, field]) => field !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
