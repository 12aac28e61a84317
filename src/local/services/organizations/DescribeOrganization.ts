import type { DescribeOrganizationResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedOrganization } from './describe.ts';
import { joinedOrganization } from './membership.ts';

export const DescribeOrganization: Operation<object, DescribeOrganizationResponse> = (_input, call) => ({
  Organization: describedOrganization(joinedOrganization(call)),
});
