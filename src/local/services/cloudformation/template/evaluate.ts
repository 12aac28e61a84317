import { valueFunctions } from './functions/index.ts';
import { readFunctionCall } from './functions/template-function.ts';
import { isJsonObject } from './json-object.ts';
import type { Scope } from './scope.ts';
import { noValue } from './scope.ts';
import { templateError } from './template-error.ts';

/**
 * Works out a value of a template. What depends on a resource that is not made yet comes out as `unresolved`.
 * @throws ServiceError `ValidationError` that says where the template is at fault
 */
export function evaluate(value: unknown, scope: Scope, at: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => evaluate(item, scope, `${at}[${index}]`)).filter(isValue);
  }
  if (!isJsonObject(value)) return value;
  const call = readFunctionCall(value);
  if (call) return callFunction(call.name, call.argument, scope, at);
  const members = Object.entries(value).map(([key, member]) => [
    key,
    evaluate(member, scope, `${at}.${key}`),
  ]);
  return Object.fromEntries(members.filter(([, member]) => isValue(member)));
}

function callFunction(name: string, argument: unknown, scope: Scope, at: string): unknown {
  const known = valueFunctions.get(name);
  if (!known) throw templateError(`the embedded AWS does not know the function ${name}`, at);
  return known.evaluate({
    argument,
    scope,
    at,
    evaluate: (expression) => evaluate(expression, scope, `${at}.${name}`),
  });
}

const isValue = (value: unknown) => value !== noValue;
