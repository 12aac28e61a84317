import type { DeleteFunctionEventInvokeConfigRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { showEventInvokeConfig } from './event-invoke-config.ts';
import { findFunction } from './find-function.ts';

export const DeleteFunctionEventInvokeConfig: Operation<DeleteFunctionEventInvokeConfigRequest, void> = (
  { FunctionName, Qualifier },
  call,
) => {
  const fn = findFunction(FunctionName, call, Qualifier);
  // Refused when there is none to be shown.
  showEventInvokeConfig(fn);
  fn.eventInvokeConfig = undefined;
};
