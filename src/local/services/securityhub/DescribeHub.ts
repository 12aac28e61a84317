import type { DescribeHubRequest, DescribeHubResponse } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { hubArnOf, hubOf } from './hub.ts';

export const DescribeHub: Operation<DescribeHubRequest, DescribeHubResponse> = (input, call) => {
  const { subscribedAt, autoEnableControls, controlFindingGenerator } = hubOf(call);
  const arn = hubArnOf(call);
  if (input.HubArn && input.HubArn !== arn) {
    throw new ServiceError('ResourceNotFoundException', `The hub ${input.HubArn} does not exist.`, 404);
  }
  return {
    HubArn: arn,
    SubscribedAt: new Date(subscribedAt).toISOString(),
    AutoEnableControls: autoEnableControls,
    ControlFindingGenerator: controlFindingGenerator,
  };
};
