import type { JsonObject } from '../domain/json.ts';
import { asJsonObject } from '../domain/json.ts';

/** AWS's own code of an error: the SDK names its errors by it; the connection without the SDK keeps it beside the name. */
export const codeOf = (error: unknown): string =>
  error instanceof Error ? String('code' in error ? error.code : error.name) : '';

/** The HTTP status that AWS answered with; undefined when it did not answer. */
export const statusOf = (error: unknown): number | undefined => {
  const { httpStatusCode } = fieldOf(error, '$metadata');
  return typeof httpStatusCode === 'number' ? httpStatusCode : undefined;
};

/** A header of AWS's refusal. */
export function headerOf(error: unknown, name: string): string | undefined {
  const value = asJsonObject(fieldOf(error, '$response').headers)[name];
  return typeof value === 'string' ? value : undefined;
}

const fieldOf = (error: unknown, name: string): JsonObject =>
  asJsonObject((error as Readonly<Record<string, unknown>> | null | undefined)?.[name]);

/** What a read answers; null when AWS says by one of these codes that there is no such thing. */
export const orNullFor = async <T>(reading: Promise<T>, codes: readonly string[]): Promise<T | null> =>
  reading.catch((error: unknown) => {
    if (codes.includes(codeOf(error))) return null;
    throw error;
  });
