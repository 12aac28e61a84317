import type {
  GetFunctionRecursionConfigRequest,
  GetFunctionRecursionConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findLatest } from './find-function.ts';

export const GetFunctionRecursionConfig: Operation<
  GetFunctionRecursionConfigRequest,
  GetFunctionRecursionConfigResponse
> = ({ FunctionName }, call) => ({ RecursiveLoop: findLatest(FunctionName, call).recursiveLoop });
