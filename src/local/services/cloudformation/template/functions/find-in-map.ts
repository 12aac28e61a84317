import { isJsonObject } from '../json-object.ts';
import { templateError } from '../template-error.ts';
import type { TemplateFunction } from './template-function.ts';

export const findInMap: TemplateFunction = {
  name: 'Fn::FindInMap',
  misuse: (argument) =>
    Array.isArray(argument) && argument.length === 3
      ? undefined
      : 'Fn::FindInMap requires a list argument with three elements: a map, a top-level key and a second-level key',
  references: (argument) => {
    const [map] = argument as [unknown];
    return typeof map === 'string' ? [{ kind: 'mapping', name: map }] : [];
  },
  evaluate({ argument, scope, at, evaluate }) {
    const [map, ...keys] = (argument as unknown[]).map(evaluate);
    let found: unknown = scope.mappings.get(String(map));
    for (const key of keys) {
      if (!isJsonObject(found) || !Object.hasOwn(found, String(key))) {
        throw templateError(`Unable to get mapping for ${[map, ...keys].map(String).join('::')}`, at);
      }
      found = found[String(key)];
    }
    return found;
  },
};
