import type { DeleteParametersRequest, DeleteParametersResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { tellChange } from './change-event.ts';
import { parametersOf } from './store.ts';

const MAX_NAMES = 10;

export const DeleteParameters: Operation<DeleteParametersRequest, DeleteParametersResult> = (
  { Names = [] },
  call,
) => {
  if (Names.length === 0 || Names.length > MAX_NAMES) {
    throw new ServiceError('ValidationException', `'names' must have 1 to ${MAX_NAMES} members.`);
  }
  const parameters = parametersOf(call);
  const found = [...new Set(Names)].flatMap((name) => parameters.get(name) ?? []);
  for (const parameter of found) {
    parameters.delete(parameter.name);
    tellChange(parameter, 'Delete', call);
  }
  const DeletedParameters = found.map(({ name }) => name);
  return { DeletedParameters, InvalidParameters: Names.filter((name) => !DeletedParameters.includes(name)) };
};
