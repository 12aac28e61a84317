import { unresolved } from '../scope.ts';
import { templateError } from '../template-error.ts';
import type { TemplateFunction } from './template-function.ts';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html */
export const select: TemplateFunction = {
  name: 'Fn::Select',
  misuse: (argument) =>
    Array.isArray(argument) && argument.length === 2
      ? undefined
      : 'Fn::Select requires a list argument with two elements: an integer index and a list',
  evaluate({ argument, at, evaluate }) {
    const [indexExpression, listExpression] = argument as [unknown, unknown];
    const index = evaluate(indexExpression);
    const list = evaluate(listExpression);
    if (index === unresolved || list === unresolved) return unresolved;
    if (!Array.isArray(list) || !/^\d+$/.test(String(index))) {
      throw templateError('Fn::Select requires an integer index and a list', at);
    }
    if (Number(index) >= list.length) {
      throw templateError(`Fn::Select cannot select nonexistent value at index ${index}`, at);
    }
    return list[Number(index)];
  },
};
