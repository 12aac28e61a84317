import type { JsonObject } from '../json-object.ts';
import { isJsonObject, isScalar } from '../json-object.ts';
import type { Scope } from '../scope.ts';
import { unresolved } from '../scope.ts';
import { templateError } from '../template-error.ts';
import { attributeOf, splitAttributeName } from './get-att.ts';
import { meaningOf } from './ref.ts';
import type { Reference, TemplateFunction } from './template-function.ts';

const placeholders = /\$\{([^}]*)\}/g;
const wellFormed = /^[A-Za-z0-9_.:]+$/;

/** `${Name}`, `${Resource.Attribute}`; `${!Name}` stands for the text `${Name}`. */
export const sub: TemplateFunction = {
  name: 'Fn::Sub',
  misuse(argument) {
    const parts = readArgument(argument);
    if (!parts) {
      return 'every Fn::Sub object requires a string, or a list of a string and a map of its variables';
    }
    return placeholdersIn(parts.text).every((name) => wellFormed.test(name))
      ? undefined
      : 'variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons';
  },
  references(argument) {
    const parts = readArgument(argument);
    if (!parts) return [];
    const names = placeholdersIn(parts.text).filter((name) => !Object.hasOwn(parts.variables, name));
    return names.map(referenceOf);
  },
  evaluate({ argument, scope, at, evaluate }) {
    const parts = readArgument(argument);
    if (!parts) return unresolved;
    const values = new Map<string, unknown>();
    for (const name of placeholdersIn(parts.text)) {
      const own = Object.hasOwn(parts.variables, name);
      values.set(name, own ? evaluate(parts.variables[name]) : lookUp(name, scope, at));
    }
    return substitute(parts.text, values, at);
  },
};

function substitute(text: string, values: ReadonlyMap<string, unknown>, at: string): unknown {
  const all = [...values.values()];
  if (all.includes(unresolved)) return unresolved;
  return text.replace(placeholders, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const value = values.get(name);
    if (!isScalar(value)) throw templateError(`variable ${name} in Fn::Sub does not resolve to a string`, at);
    return String(value);
  });
}

function lookUp(name: string, scope: Scope, at: string): unknown {
  const attribute = splitAttributeName(name);
  return attribute ? attributeOf(attribute, scope, at) : meaningOf(name, scope);
}

function referenceOf(name: string): Reference {
  const attribute = splitAttributeName(name);
  return attribute ? { kind: 'attribute', ...attribute } : { kind: 'value', name };
}

const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(placeholders)].map(([, name = '']) => name).filter((name) => !name.startsWith('!'));

function readArgument(argument: unknown): { text: string; variables: JsonObject } | undefined {
  if (typeof argument === 'string') return { text: argument, variables: {} };
  if (!Array.isArray(argument) || argument.length !== 2) return undefined;
  const [text, variables] = argument as unknown[];
  return typeof text === 'string' && isJsonObject(variables) ? { text, variables } : undefined;
}
