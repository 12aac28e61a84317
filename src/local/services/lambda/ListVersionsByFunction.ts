import type { ListVersionsByFunctionRequest, ListVersionsByFunctionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findFunction } from './find-function.ts';
import { functionConfiguration } from './function-configuration.ts';
import { LATEST } from './store.ts';

/** There is one version of every function: the one that can still change. */
export const ListVersionsByFunction: Operation<
  ListVersionsByFunctionRequest,
  ListVersionsByFunctionResponse
> = ({ FunctionName }, call) => {
  const fn = findFunction(FunctionName, call);
  return { Versions: [{ ...functionConfiguration(fn), FunctionArn: `${fn.arn}:${LATEST}` }] };
};
