import type { CreateAwsLogSourceRequest, CreateAwsLogSourceResponse } from '@aws-sdk/client-securitylake';
import type { Operation } from '../../endpoint/operation.ts';
import { lakesOf } from './data-lake.ts';
import { sourceKey, sourcesMeant } from './log-sources.ts';

export const CreateAwsLogSource: Operation<CreateAwsLogSourceRequest, CreateAwsLogSourceResponse> = (
  input,
  call,
) => {
  const { sources } = lakesOf(call);
  for (const source of sourcesMeant(input.sources, call)) sources.set(sourceKey(source), source);
  return { failed: [] };
};
