import type { FunctionConfiguration, UpdateFunctionConfigurationRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findLatest } from './find-function.ts';
import { functionConfiguration } from './function-configuration.ts';
import { functionSettings } from './function-settings.ts';
import { checkRevision, revise } from './revise.ts';

export const UpdateFunctionConfiguration: Operation<
  UpdateFunctionConfigurationRequest,
  FunctionConfiguration
> = (input, call) => {
  const fn = findLatest(input.FunctionName, call);
  checkRevision(fn, input.RevisionId);
  const { world } = call;
  revise(world, fn, { settings: functionSettings(input, { world, name: fn.name }, fn.settings) });
  return functionConfiguration(fn);
};
