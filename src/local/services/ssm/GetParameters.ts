import type { GetParametersRequest, GetParametersResult, Parameter } from '@aws-sdk/client-ssm';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findVersion } from './find.ts';
import { asParameter } from './view.ts';

const MAX_NAMES = 10;

export const GetParameters: Operation<GetParametersRequest, GetParametersResult> = ({ Names = [] }, call) => {
  if (Names.length === 0 || Names.length > MAX_NAMES) {
    throw new ServiceError('ValidationException', `'names' must have 1 to ${MAX_NAMES} members.`);
  }
  const found = new Map(Names.map((name) => [name, tryToRead(name, call)]));
  return {
    Parameters: [...found.values()].filter((parameter) => parameter !== undefined),
    InvalidParameters: [...found].filter(([, parameter]) => !parameter).map(([name]) => name),
  };
};

const NOT_FOUND = new Set(['ParameterNotFound', 'ParameterVersionNotFound']);

function tryToRead(name: string, call: Call): Parameter | undefined {
  try {
    return asParameter(findVersion(name, call));
  } catch (error) {
    if (error instanceof ServiceError && NOT_FOUND.has(error.code)) return undefined;
    throw error;
  }
}
