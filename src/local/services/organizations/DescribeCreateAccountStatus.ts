import type {
  DescribeCreateAccountStatusRequest,
  DescribeCreateAccountStatusResponse,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { createAccountStatus } from './create-account-status.ts';
import { notFound } from './errors.ts';
import { readableOrganization } from './membership.ts';
import { organizationsOf } from './store.ts';

export const DescribeCreateAccountStatus: Operation<
  DescribeCreateAccountStatusRequest,
  DescribeCreateAccountStatusResponse
> = (input, call) => {
  readableOrganization(call);
  const request = organizationsOf(call.world).accountRequests.get(input.CreateAccountRequestId ?? '');
  if (request) return { CreateAccountStatus: createAccountStatus(request) };
  throw notFound('CreateAccountStatus', "We can't find a create account request with that id.");
};
