import type { Scope } from '../scope.ts';
import { unresolved } from '../scope.ts';
import { templateError } from '../template-error.ts';
import { leftOutReference } from './ref.ts';
import type { TemplateFunction } from './template-function.ts';

export const getAtt: TemplateFunction = {
  name: 'Fn::GetAtt',
  misuse: (argument) =>
    readAttributeName(argument)
      ? undefined
      : 'Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
  references(argument) {
    const name = readAttributeName(argument);
    return name ? [{ kind: 'attribute', ...name }] : [];
  },
  evaluate({ argument, scope, at }) {
    const name = readAttributeName(argument);
    return name ? attributeOf(name, scope, at) : unresolved;
  },
};

export interface AttributeName {
  readonly resource: string;
  readonly attribute: string;
}

export function attributeOf({ resource, attribute }: AttributeName, scope: Scope, at: string): unknown {
  if (scope.leftOut.has(resource)) throw leftOutReference(resource);
  const state = scope.resources.get(resource);
  if (!state) return unresolved;
  const value = state.attributes.get(attribute);
  if (value === undefined) throw templateError(`Attribute ${attribute} of ${resource} is not there`, at);
  return value;
}

/** `["Queue", "Arn"]` and `"Queue.Arn"` name the same. */
function readAttributeName(argument: unknown): AttributeName | undefined {
  if (typeof argument === 'string') return splitAttributeName(argument);
  if (!Array.isArray(argument) || argument.length !== 2) return undefined;
  const [resource, attribute] = argument as unknown[];
  if (typeof resource !== 'string' || typeof attribute !== 'string') return undefined;
  return resource && attribute ? { resource, attribute } : undefined;
}

export function splitAttributeName(text: string): AttributeName | undefined {
  const dot = text.indexOf('.');
  if (dot < 1 || dot === text.length - 1) return undefined;
  return { resource: text.slice(0, dot), attribute: text.slice(dot + 1) };
}
