import type { GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findFunction } from './find-function.ts';

export const GetFunctionConcurrency: Operation<
  GetFunctionConcurrencyRequest,
  GetFunctionConcurrencyResponse
> = ({ FunctionName }, call) => ({
  ReservedConcurrentExecutions: findFunction(FunctionName, call).reservedConcurrency,
});
