import { unresolved } from '../scope.ts';
import { templateError } from '../template-error.ts';
import type { TemplateFunction } from './template-function.ts';

const form =
  'every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split';

export const split: TemplateFunction = {
  name: 'Fn::Split',
  misuse: (argument) =>
    Array.isArray(argument) && argument.length === 2 && typeof argument[0] === 'string' && argument[0] !== ''
      ? undefined
      : form,
  evaluate({ argument, at, evaluate }) {
    const [delimiter, expression] = argument as [string, unknown];
    const text = evaluate(expression);
    if (text === unresolved) return unresolved;
    if (typeof text !== 'string') throw templateError(form, at);
    return text.split(delimiter);
  },
};
