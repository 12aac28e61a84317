import { asJsonObject, type JsonObject } from '../domain/json.ts';

/** The finding of an event of Security Hub, in either format: AWS sends one an event, in a list. */
export function firstFinding({ detail }: JsonObject): JsonObject {
  const { findings } = asJsonObject(detail);
  return asJsonObject(Array.isArray(findings) && findings[0]);
}
