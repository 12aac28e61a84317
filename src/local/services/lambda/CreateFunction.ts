import type { CreateFunctionRequest, FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { functionConfiguration } from './function-configuration.ts';
import { createFunction } from './functions.ts';

export const CreateFunction: Operation<CreateFunctionRequest, FunctionConfiguration> = (
  input,
  { world, accountId, region },
) => functionConfiguration(createFunction(world, accountId, region, input));
