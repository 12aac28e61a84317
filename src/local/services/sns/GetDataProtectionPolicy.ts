import type { GetDataProtectionPolicyInput, GetDataProtectionPolicyResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { topicFor } from './topic-for.ts';

export const GetDataProtectionPolicy: Operation<
  GetDataProtectionPolicyInput,
  GetDataProtectionPolicyResponse
> = ({ ResourceArn }, call) => ({
  DataProtectionPolicy: topicFor(ResourceArn, 'GetDataProtectionPolicy', call).dataProtectionPolicy,
});
