import type { DescribeStackResourceInput, DescribeStackResourceOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { findStack } from './find-stack.ts';
import { validationError } from './template/template-error.ts';

export const DescribeStackResource: Operation<DescribeStackResourceInput, DescribeStackResourceOutput> = (
  { StackName, LogicalResourceId = '' },
  call,
) => {
  const stack = findStack(StackName, call);
  const resource = stack.resources.get(LogicalResourceId);
  if (!resource) {
    throw validationError(`Resource ${LogicalResourceId} does not exist for stack ${stack.name}`);
  }
  return {
    StackResourceDetail: {
      StackId: stack.id,
      StackName: stack.name,
      LogicalResourceId,
      PhysicalResourceId: resource.physicalId,
      ResourceType: resource.type,
      ResourceStatus: resource.status,
      ResourceStatusReason: resource.statusReason,
      LastUpdatedTimestamp: new Date(resource.changedAt),
      DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
    },
  };
};
