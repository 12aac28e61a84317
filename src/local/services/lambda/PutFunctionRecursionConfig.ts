import type {
  PutFunctionRecursionConfigRequest,
  PutFunctionRecursionConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findLatest } from './find-function.ts';
import { invalidParameter } from './lambda-error.ts';

/** Kept and shown: no loop is looked for here. */
export const PutFunctionRecursionConfig: Operation<
  PutFunctionRecursionConfigRequest,
  PutFunctionRecursionConfigResponse
> = ({ FunctionName, RecursiveLoop: wanted }, call) => {
  const fn = findLatest(FunctionName, call);
  if (wanted !== 'Allow' && wanted !== 'Terminate') {
    throw invalidParameter('RecursiveLoop must be Allow or Terminate.');
  }
  fn.recursiveLoop = wanted;
  return { RecursiveLoop: wanted };
};
