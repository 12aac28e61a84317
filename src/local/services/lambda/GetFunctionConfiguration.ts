import type { FunctionConfiguration, GetFunctionConfigurationRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findFunction } from './find-function.ts';
import { functionConfiguration } from './function-configuration.ts';

export const GetFunctionConfiguration: Operation<GetFunctionConfigurationRequest, FunctionConfiguration> = (
  { FunctionName, Qualifier },
  call,
) => functionConfiguration(findFunction(FunctionName, call, Qualifier));
