import type { GetPolicyRequest, GetPolicyResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findFunction } from './find-function.ts';
import { notFound } from './lambda-error.ts';
import { policyOf } from './permission.ts';

export const GetPolicy: Operation<GetPolicyRequest, GetPolicyResponse> = (
  { FunctionName, Qualifier },
  call,
) => {
  const fn = findFunction(FunctionName, call, Qualifier);
  const Policy = policyOf(fn);
  if (!Policy) throw notFound('The resource you requested does not exist.');
  return { Policy, RevisionId: fn.revisionId };
};
