import type { DeleteFunctionRequest, DeleteFunctionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { environmentsOf } from './environments.ts';
import { findFunction } from './find-function.ts';
import { conflict } from './lambda-error.ts';
import { functionsOf, LATEST, type LambdaFunction } from './store.ts';

/** With its versions and aliases, or one version alone. The function's event source mappings stay, without a function. */
export const DeleteFunction: Operation<DeleteFunctionRequest, DeleteFunctionResponse> = (
  { FunctionName, Qualifier },
  call,
) => {
  const fn = findFunction(FunctionName, call, Qualifier);
  const functions = functionsOf(call.world, fn.accountId, fn.region);
  const whole = functions.get(fn.name);
  if (fn.version !== LATEST && whole) deleteVersion(whole, fn);
  else functions.delete(fn.name);
  for (const one of whole === fn ? runnableOf(fn) : [fn]) environmentsOf(call.world).forget(one);
  return {};
};

/** @throws ServiceError `ResourceConflictException` while an alias stands for it */
function deleteVersion(fn: LambdaFunction, { version, arn }: LambdaFunction): void {
  const aliases = [...fn.aliases.values()].filter(({ target }) => target.version === version);
  if (aliases.length > 0 || !fn.versions.has(version) || !arn.endsWith(`:${version}`)) {
    const names = aliases.map(({ name }) => name).join(', ');
    throw conflict(
      `Version ${version} of ${fn.name} cannot be deleted while the aliases [${names}] stand for it.`,
    );
  }
  fn.versions.delete(version);
}

const runnableOf = (fn: LambdaFunction): readonly LambdaFunction[] => [
  fn,
  ...fn.versions.values(),
  ...[...fn.aliases.values()].map(({ target }) => target),
];
