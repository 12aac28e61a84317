import { unresolved } from '../scope.ts';
import { templateError } from '../template-error.ts';
import type { TemplateFunction } from './template-function.ts';

export const base64: TemplateFunction = {
  name: 'Fn::Base64',
  misuse: () => undefined,
  evaluate({ argument, at, evaluate }) {
    const text = evaluate(argument);
    if (text === unresolved) return unresolved;
    if (typeof text !== 'string')
      throw templateError('every Fn::Base64 object must have a String-typed value', at);
    return Buffer.from(text).toString('base64');
  },
};
