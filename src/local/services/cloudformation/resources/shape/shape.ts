import { readFunctionCall } from '../../template/functions/template-function.ts';
import { isJsonObject } from '../../template/json-object.ts';
import { unresolved } from '../../template/scope.ts';
import { templateError } from '../../template/template-error.ts';

/** The form that a property of a resource type has. */
export interface Shape<T> {
  /** Names in the template (its functions not evaluated) that nothing here understands, each with its place. */
  readonly unknownNames: (value: unknown, at: string) => string[];
  /**
   * Reads an evaluated value, with CloudFormation's liberties: the text `30` is a number where a number belongs.
   * What is `unresolved` stays so: then the outcome is only good for knowing that there is no error.
   * @throws ServiceError `ValidationError`
   */
  readonly read: (value: unknown, at: string) => T;
}

export type Read<S> = S extends Shape<infer T> ? T : never;

interface Form<T> {
  readonly name: string;
  /** Undefined when the value does not have the form. */
  readonly read: (value: unknown, at: string) => T | undefined;
  readonly unknownNames?: (value: unknown, at: string) => string[];
}

export const shape = <T>({ name, read, unknownNames = () => [] }: Form<T>): Shape<T> => ({
  unknownNames: (value, at) =>
    writtenValues(value, at).flatMap((written) => unknownNames(written.value, written.at)),
  read(value, at) {
    if (value === unresolved) return value as T;
    const result = read(value, at);
    if (result === undefined) throw templateError(`expected ${name}, found ${JSON.stringify(value)}`, at);
    return result;
  },
});

/** A value as the template writes it; both values of an `Fn::If`; nothing for what another function gives. */
function writtenValues(value: unknown, at: string): { value: unknown; at: string }[] {
  const call = isJsonObject(value) ? readFunctionCall(value) : undefined;
  if (!call) return [{ value, at }];
  if (call.name !== 'Fn::If' || !Array.isArray(call.argument)) return [];
  const [, ...branches] = call.argument as unknown[];
  return branches.flatMap((branch, index) => writtenValues(branch, `${at}.Fn::If[${index + 1}]`));
}
