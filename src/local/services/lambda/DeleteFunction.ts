import type { DeleteFunctionRequest, DeleteFunctionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { environmentsOf } from './environments.ts';
import { findFunction } from './find-function.ts';
import { functionsOf } from './store.ts';

/** The function's event source mappings stay, without a function. */
export const DeleteFunction: Operation<DeleteFunctionRequest, DeleteFunctionResponse> = (
  { FunctionName, Qualifier },
  call,
) => {
  const fn = findFunction(FunctionName, call, Qualifier);
  functionsOf(call.world, fn.accountId, fn.region).delete(fn.name);
  environmentsOf(call.world).forget(fn);
  return {};
};
