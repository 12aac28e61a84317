import type { GetTransformerRequest, GetTransformerResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { findGroup } from './groups.ts';

/** A group without a transformer is no error: the answer lacks one. */
export const GetTransformer: Operation<GetTransformerRequest, GetTransformerResponse> = (
  { logGroupIdentifier },
  call,
) => {
  const { transformer } = findGroup(logGroupIdentifier, call);
  if (!transformer) return { logGroupIdentifier };
  return {
    logGroupIdentifier,
    creationTime: transformer.createdAt,
    lastModifiedTime: transformer.modifiedAt,
    transformerConfig: [...transformer.processors],
  };
};
