import { requiredMembersOf, type Schema } from './schemas.ts';
import { ServiceError } from './service-error.ts';
import type { ServiceModel } from './service-model.ts';

/**
 * Refuses an input that lacks a required member or holds something of another type. What a member's text may say
 * (lengths, patterns, enums) is not in the SDK's schemas: operations check that.
 * @throws ServiceError with the code that this service uses for it
 */
export function validateInput(schema: Schema, input: unknown, service: ServiceModel): void {
  const problem = problemOf(schema, input, '');
  if (!problem) return;
  if (problem.kind === 'mistyped') throw new ServiceError('SerializationException', problem.text);
  throw new ServiceError(service.missingParameter, problem.text);
}

interface Problem {
  readonly kind: 'missing' | 'mistyped';
  readonly text: string;
}

function problemOf(schema: Schema, value: unknown, path: string): Problem | undefined {
  if (schema.isUnitSchema() || schema.isDocumentSchema()) return undefined;
  if (!isOfType(schema, value)) return mistyped(schema, path);
  if (schema.isStructSchema()) return problemOfStructure(schema, value as Record<string, unknown>, path);
  if (schema.isListSchema()) return problemOfElements(schema, Object.entries(value as unknown[]), path);
  if (schema.isMapSchema()) return problemOfElements(schema, Object.entries(Object(value)), path);
  return undefined;
}

function problemOfStructure(
  schema: Schema,
  value: Record<string, unknown>,
  path: string,
): Problem | undefined {
  const missing = requiredMembersOf(schema).find((name) => value[name] == null);
  if (missing) return missingMember(join(path, missing));
  for (const [name, member] of schema.structIterator()) {
    const problem = value[name] == null ? undefined : problemOf(member, value[name], join(path, name));
    if (problem) return problem;
  }
  return undefined;
}

function problemOfElements(
  schema: Schema,
  elements: readonly (readonly [string, unknown])[],
  path: string,
): Problem | undefined {
  const element = schema.getValueSchema();
  for (const [key, value] of elements) {
    const problem = value == null ? undefined : problemOf(element, value, join(path, key));
    if (problem) return problem;
  }
  return undefined;
}

function isOfType(schema: Schema, value: unknown): boolean {
  if (schema.isBlobSchema()) return value instanceof Uint8Array;
  if (schema.isTimestampSchema()) return value instanceof Date && !Number.isNaN(value.getTime());
  if (schema.isListSchema()) return Array.isArray(value);
  if (schema.isStructSchema() || schema.isMapSchema())
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (schema.isStringSchema()) return typeof value === 'string' || value instanceof String;
  if (schema.isBooleanSchema()) return typeof value === 'boolean';
  if (schema.isNumericSchema()) return typeof value === 'number' && !Number.isNaN(value);
  return true;
}

const join = (path: string, name: string) => (path ? `${path}.${lowerFirst(name)}` : lowerFirst(name));
const lowerFirst = (name: string) => name.slice(0, 1).toLowerCase() + name.slice(1);

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/CommonErrors.html */
const missingMember = (path: string): Problem => ({
  kind: 'missing',
  text: `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`,
});

const mistyped = (schema: Schema, path: string): Problem => ({
  kind: 'mistyped',
  text: `The value at '${path}' is not a ${schema.getName() ?? 'value of the expected type'}.`,
});
