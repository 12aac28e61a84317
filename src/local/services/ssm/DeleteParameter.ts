import type { DeleteParameterRequest, DeleteParameterResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { tellChange } from './change-event.ts';
import { findParameter } from './find.ts';
import { parametersOf } from './store.ts';

export const DeleteParameter: Operation<DeleteParameterRequest, DeleteParameterResult> = (
  { Name = '' },
  call,
) => {
  const parameter = findParameter(Name, call);
  parametersOf(call).delete(parameter.name);
  tellChange(parameter, 'Delete', call);
  return {};
};
