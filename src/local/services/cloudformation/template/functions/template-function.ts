import type { JsonObject } from '../json-object.ts';
import type { Scope } from '../scope.ts';

/** A function of the template language, such as `Fn::Join`. */
export interface TemplateFunction {
  readonly name: string;
  /** How its argument must be written, when this one is not; undefined when it is. */
  readonly misuse: (argument: unknown) => string | undefined;
  /** What the function itself names. What the functions inside its argument name is theirs to say. */
  readonly references?: (argument: unknown) => readonly Reference[];
  readonly evaluate: (call: FunctionCall) => unknown;
}

/** A name in a template that must mean something. */
export type Reference =
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'attribute'; readonly resource: string; readonly attribute: string }
  | { readonly kind: 'condition'; readonly name: string }
  | { readonly kind: 'mapping'; readonly name: string };

/** One use of a function in a template that has the form its `misuse` asks for. */
export interface FunctionCall {
  readonly argument: unknown;
  readonly scope: Scope;
  /** Where in the template. */
  readonly at: string;
  /** Evaluates an expression inside the argument. */
  readonly evaluate: (expression: unknown) => unknown;
}

/** The function that `value` calls: its one member is `Ref` or `Fn::…`. */
export function readFunctionCall(value: JsonObject): { name: string; argument: unknown } | undefined {
  const [first, ...others] = Object.keys(value);
  if (first === undefined || others.length > 0 || !isFunctionName(first)) return undefined;
  return { name: first, argument: value[first] };
}

export const isFunctionName = (key: string): boolean => key === 'Ref' || key.startsWith('Fn::');
