import type { GetParameterRequest, GetParameterResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { findVersion } from './find.ts';
import { asParameter } from './view.ts';

export const GetParameter: Operation<GetParameterRequest, GetParameterResult> = ({ Name = '' }, call) => ({
  Parameter: asParameter(findVersion(Name, call)),
});
