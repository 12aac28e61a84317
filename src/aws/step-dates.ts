import { isJsonObject, type JsonObject } from '../domain/json.ts';

/**
 * A step's input with its dates as the SDK takes them. Steps are JSON, where a date is a text; of all that steps send, only
 * lifecycle rules hold any, in fields of that name.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleExpiration.html
 */
export const readDates = (input: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, readDate(name, value)]));

function readDate(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => readDate(name, item));
  if (isJsonObject(value) && !(value instanceof Date)) return readDates(value);
  return name === 'Date' && typeof value === 'string' ? new Date(value) : value;
}
