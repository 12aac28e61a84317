import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import type { Operation } from '../../endpoint/operation.ts';

export const GetCallerIdentity: Operation<GetCallerIdentityRequest, GetCallerIdentityResponse> = (
  _input,
  { caller },
) => ({ UserId: caller.principalId, Account: caller.accountId, Arn: caller.arn });
