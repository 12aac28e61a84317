import type { GetFunctionRequest, GetFunctionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findFunction } from './find-function.ts';
import { functionConfiguration } from './function-configuration.ts';

/** Without a link to download the code from. */
export const GetFunction: Operation<GetFunctionRequest, GetFunctionResponse> = (
  { FunctionName, Qualifier },
  call,
) => {
  const fn = findFunction(FunctionName, call, Qualifier);
  const { reservedConcurrency, tags } = fn;
  return {
    Configuration: functionConfiguration(fn),
    Code: { RepositoryType: 'S3' },
    ...(tags.size > 0 && { Tags: Object.fromEntries(tags) }),
    ...(reservedConcurrency !== undefined && {
      Concurrency: { ReservedConcurrentExecutions: reservedConcurrency },
    }),
  };
};
