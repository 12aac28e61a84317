import { isScalar } from '../json-object.ts';
import { hasUnresolved, unresolved } from '../scope.ts';
import { templateError } from '../template-error.ts';
import type { TemplateFunction } from './template-function.ts';

const form =
  'every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined';

export const join: TemplateFunction = {
  name: 'Fn::Join',
  misuse: (argument) =>
    Array.isArray(argument) && argument.length === 2 && typeof argument[0] === 'string' ? undefined : form,
  evaluate({ argument, at, evaluate }) {
    const [delimiter, list] = argument as [string, unknown];
    const items = evaluate(list);
    if (hasUnresolved(items)) return unresolved;
    if (!Array.isArray(items) || !items.every(isScalar)) throw templateError(form, at);
    return items.join(delimiter);
  },
};
