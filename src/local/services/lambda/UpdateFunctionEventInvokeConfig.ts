import type {
  FunctionEventInvokeConfig,
  UpdateFunctionEventInvokeConfigRequest,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { eventInvokeConfig, showEventInvokeConfig } from './event-invoke-config.ts';
import { findFunction } from './find-function.ts';

/** What a request leaves out stays as it was. */
export const UpdateFunctionEventInvokeConfig: Operation<
  UpdateFunctionEventInvokeConfigRequest,
  FunctionEventInvokeConfig
> = (input, call) => {
  const fn = findFunction(input.FunctionName, call, input.Qualifier);
  const current = showEventInvokeConfig(fn);
  fn.eventInvokeConfig = eventInvokeConfig(
    {
      FunctionName: fn.name,
      MaximumRetryAttempts: input.MaximumRetryAttempts ?? current.MaximumRetryAttempts,
      MaximumEventAgeInSeconds: input.MaximumEventAgeInSeconds ?? current.MaximumEventAgeInSeconds,
      DestinationConfig: input.DestinationConfig ?? current.DestinationConfig,
    },
    call.world.clock.now(),
  );
  return showEventInvokeConfig(fn);
};
