import type { FunctionEventInvokeConfig, GetFunctionEventInvokeConfigRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { showEventInvokeConfig } from './event-invoke-config.ts';
import { findFunction } from './find-function.ts';

export const GetFunctionEventInvokeConfig: Operation<
  GetFunctionEventInvokeConfigRequest,
  FunctionEventInvokeConfig
> = ({ FunctionName, Qualifier }, call) => showEventInvokeConfig(findFunction(FunctionName, call, Qualifier));
