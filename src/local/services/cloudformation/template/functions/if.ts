import { templateError } from '../template-error.ts';
import type { TemplateFunction } from './template-function.ts';

export const ifFunction: TemplateFunction = {
  name: 'Fn::If',
  misuse: (argument) =>
    Array.isArray(argument) && argument.length === 3 && typeof argument[0] === 'string'
      ? undefined
      : 'Fn::If requires a list argument with three elements: a condition, its value if true and its value if false',
  references: (argument) => [{ kind: 'condition', name: (argument as [string])[0] }],
  evaluate({ argument, scope, at, evaluate }) {
    const [condition, whenTrue, whenFalse] = argument as [string, unknown, unknown];
    const isTrue = scope.conditions.get(condition);
    if (isTrue === undefined) throw templateError(`the condition ${condition} has no value here`, at);
    return evaluate(isTrue ? whenTrue : whenFalse);
  },
};
