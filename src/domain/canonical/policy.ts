import { isJsonObject, type JsonObject } from '../json.ts';
import type { PolicyDocument } from '../parts.ts';
import { canonicalObject, canonicalValue } from './json-value.ts';

/**
 * A policy, parsed: statements keep their order, lists of actions, resources, principals and condition values do not, and
 * a list of one is that one. IAM answers its documents URL-encoded.
 * @throws Error for what is no policy: then nothing is known of who may do what
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html
 */
export function canonicalPolicy(policy: unknown): PolicyDocument {
  const document = typeof policy === 'string' ? parse(policy) : policy;
  if (!isJsonObject(document)) throw new Error('the policy is no JSON document');
  const { Statement, ...others } = document;
  const statements = Array.isArray(Statement) ? Statement : [Statement];
  if (!statements.every(isJsonObject)) throw new Error('the policy has statements that are none');
  return { ...canonicalObject(others), Statement: statements.map(canonicalStatement) };
}

function parse(text: string): unknown {
  const readings = [text, decode(text)];
  for (const reading of readings) {
    try {
      return JSON.parse(reading);
    } catch {
      // Neither is JSON as it stands, nor perhaps as it is decoded.
    }
  }
  return undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const canonicalStatement = (statement: JsonObject): JsonObject =>
  canonicalObject(
    Object.fromEntries(
      Object.entries(statement).map(([element, value]) => [element, canonicalElement(element, value)]),
    ),
  );

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
function canonicalElement(element: string, value: unknown): unknown {
  if (element === 'Condition') return mapFields(value, (keys) => mapFields(keys, canonicalList));
  if (element === 'Principal' || element === 'NotPrincipal') return mapFields(value, canonicalList);
  return LISTS.includes(element) ? canonicalList(value) : value;
}

const LISTS: readonly string[] = ['Action', 'NotAction', 'Resource', 'NotResource'];

const mapFields = (value: unknown, map: (field: unknown) => unknown): unknown =>
  isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, map(field)]))
    : value;

function canonicalList(value: unknown): unknown {
  if (!Array.isArray(value)) return isScalar(value) ? String(value) : canonicalValue(value);
  if (!value.every(isScalar)) return canonicalValue(value);
  const texts = [...new Set(value.map(String))].sort();
  return texts.length === 1 ? texts[0] : texts;
}

/** Condition values may be written as true or 7 and mean the text. */
const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
