import type { DescribeSecurityHubV2Response } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubV2Of } from './hub-v2.ts';

export const DescribeSecurityHubV2: Operation<object, DescribeSecurityHubV2Response> = (_input, call) => {
  const { arn, subscribedAt } = hubV2Of(call);
  return { HubV2Arn: arn, SubscribedAt: new Date(subscribedAt).toISOString() };
};
