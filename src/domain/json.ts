/** A JSON object from outside: nothing about its fields is known. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object, or an empty one for whatever is none. */
export const asJsonObject = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
