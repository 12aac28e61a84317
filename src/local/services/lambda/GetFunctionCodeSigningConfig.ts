import type {
  GetFunctionCodeSigningConfigRequest,
  GetFunctionCodeSigningConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findFunction } from './find-function.ts';

/** No function here has its code signed: that cannot be asked for. */
export const GetFunctionCodeSigningConfig: Operation<
  GetFunctionCodeSigningConfigRequest,
  Partial<GetFunctionCodeSigningConfigResponse>
> = ({ FunctionName }, call) => ({ FunctionName: findFunction(FunctionName, call).name });
