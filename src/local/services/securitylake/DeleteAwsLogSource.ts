import type { DeleteAwsLogSourceRequest, DeleteAwsLogSourceResponse } from '@aws-sdk/client-securitylake';
import type { Operation } from '../../endpoint/operation.ts';
import { lakesOf } from './data-lake.ts';
import { sourceKey, sourcesMeant } from './log-sources.ts';

/** What the lake has already stays in it. */
export const DeleteAwsLogSource: Operation<DeleteAwsLogSourceRequest, DeleteAwsLogSourceResponse> = (
  input,
  call,
) => {
  const { sources } = lakesOf(call);
  for (const source of sourcesMeant(input.sources, call)) sources.delete(sourceKey(source));
  return { failed: [] };
};
