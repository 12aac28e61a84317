import { valueFunctions } from './functions/index.ts';
import type { Reference, TemplateFunction } from './functions/template-function.ts';
import { isFunctionName } from './functions/template-function.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';

/** What a walk through an expression of a template found. */
export interface Found {
  readonly references: { readonly reference: Reference; readonly at: string }[];
  /** What nothing here understands, or what is written wrongly, each with its place. */
  readonly problems: string[];
}

export const nothingFound = (): Found => ({ references: [], problems: [] });

type Functions = ReadonlyMap<string, TemplateFunction>;

/** Walks through an expression, also where it would never be evaluated. `functions` are those allowed in it. */
export function findReferences(
  value: unknown,
  at: string,
  found: Found,
  functions: Functions = valueFunctions,
) {
  if (typeof value === 'string') return findDynamicReference(value, at, found);
  if (value === null) found.problems.push(`'null' values are not allowed in templates (at ${at})`);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) findReferences(item, `${at}[${index}]`, found, functions);
    return;
  }
  if (!isJsonObject(value)) return;
  const functionName = Object.keys(value).find(isFunctionName);
  if (functionName !== undefined) return findInCall(functionName, value, at, found, functions);
  for (const [key, member] of Object.entries(value)) {
    findReferences(member, `${at}.${key}`, found, functions);
  }
}

function findInCall(name: string, object: JsonObject, at: string, found: Found, functions: Functions): void {
  const called = functions.get(name);
  if (!called) {
    const known = valueFunctions.has(name);
    found.problems.push(
      known
        ? `the function ${name} cannot be used here (at ${at})`
        : `the embedded AWS does not know the function ${name} (at ${at})`,
    );
    return;
  }
  const misuse =
    Object.keys(object).length > 1
      ? `${name} must be the only member of its object`
      : called.misuse(object[name]);
  if (misuse) {
    found.problems.push(`${misuse} (at ${at})`);
    return;
  }
  for (const reference of called.references?.(object[name]) ?? []) found.references.push({ reference, at });
  findReferences(object[name], `${at}.${name}`, found, functions);
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
function findDynamicReference(text: string, at: string, found: Found): void {
  if (!text.includes('{{resolve:')) return;
  found.problems.push(`the embedded AWS does not know dynamic references: {{resolve:…}} (at ${at})`);
}
