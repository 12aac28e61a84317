import { noValue, unresolved } from '../scope.ts';
import { templateFormatError } from '../template-error.ts';
import type { FunctionCall, TemplateFunction } from './template-function.ts';

export const ref: TemplateFunction = {
  name: 'Ref',
  misuse: (argument) =>
    typeof argument === 'string' ? undefined : 'Every Ref object must have a single String value',
  references: (argument) => [{ kind: 'value', name: argument as string }],
  evaluate: ({ argument, scope }) => meaningOf(argument as string, scope),
};

/** What a name stands for: a parameter's value, or a resource's physical id. */
export function meaningOf(name: string, scope: FunctionCall['scope']): unknown {
  if (name === 'AWS::NoValue') return noValue;
  if (scope.leftOut.has(name)) throw leftOutReference(name);
  return scope.parameters.get(name) ?? scope.resources.get(name)?.physicalId ?? unresolved;
}

export const leftOutReference = (name: string) =>
  templateFormatError(`Unresolved resource dependencies [${name}] in the Resources block of the template`);
