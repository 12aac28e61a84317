import type { DeleteParameterRequest, DeleteParameterResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { findParameter } from './find.ts';
import { parametersOf } from './store.ts';

export const DeleteParameter: Operation<DeleteParameterRequest, DeleteParameterResult> = (
  { Name = '' },
  call,
) => {
  parametersOf(call).delete(findParameter(Name, call).name);
  return {};
};
