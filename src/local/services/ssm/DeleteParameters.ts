import type { DeleteParametersRequest, DeleteParametersResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { parametersOf } from './store.ts';

export const DeleteParameters: Operation<DeleteParametersRequest, DeleteParametersResult> = (
  { Names = [] },
  call,
) => {
  const parameters = parametersOf(call);
  const DeletedParameters = Names.filter((name) => parameters.delete(name));
  return { DeletedParameters, InvalidParameters: Names.filter((name) => !DeletedParameters.includes(name)) };
};
