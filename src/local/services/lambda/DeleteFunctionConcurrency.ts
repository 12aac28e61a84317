import type { DeleteFunctionConcurrencyRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findFunction } from './find-function.ts';

export const DeleteFunctionConcurrency: Operation<DeleteFunctionConcurrencyRequest, void> = (
  { FunctionName },
  call,
) => {
  findFunction(FunctionName, call).reservedConcurrency = undefined;
};
