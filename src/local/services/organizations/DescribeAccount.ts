import type { DescribeAccountRequest, DescribeAccountResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedAccount } from './describe.ts';
import { memberAccount, readableOrganization } from './membership.ts';

export const DescribeAccount: Operation<DescribeAccountRequest, DescribeAccountResponse> = (input, call) => {
  const organization = readableOrganization(call);
  return { Account: describedAccount(organization, memberAccount(organization, input.AccountId)) };
};
