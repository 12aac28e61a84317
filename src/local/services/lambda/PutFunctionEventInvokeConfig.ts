import type { FunctionEventInvokeConfig, PutFunctionEventInvokeConfigRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { eventInvokeConfig, showEventInvokeConfig } from './event-invoke-config.ts';
import { findFunction } from './find-function.ts';

/** Replaces all of it. */
export const PutFunctionEventInvokeConfig: Operation<
  PutFunctionEventInvokeConfigRequest,
  FunctionEventInvokeConfig
> = (input, call) => {
  const fn = findFunction(input.FunctionName, call, input.Qualifier);
  fn.eventInvokeConfig = eventInvokeConfig(input, call.world.clock.now());
  return showEventInvokeConfig(fn);
};
