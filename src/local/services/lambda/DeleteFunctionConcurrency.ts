import type { DeleteFunctionConcurrencyRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findLatest } from './find-function.ts';

export const DeleteFunctionConcurrency: Operation<DeleteFunctionConcurrencyRequest, void> = (
  { FunctionName },
  call,
) => {
  findLatest(FunctionName, call).reservedConcurrency = undefined;
};
