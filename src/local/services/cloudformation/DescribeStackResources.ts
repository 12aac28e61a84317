import type {
  DescribeStackResourcesInput,
  DescribeStackResourcesOutput,
  StackResource as ResourceDescription,
} from '@aws-sdk/client-cloudformation';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { findStack } from './find-stack.ts';
import { type Stack, type StackResource, stacksIn } from './store.ts';
import { validationError } from './template/template-error.ts';

export const DescribeStackResources: Operation<DescribeStackResourcesInput, DescribeStackResourcesOutput> = (
  { StackName, PhysicalResourceId, LogicalResourceId },
  call,
) => {
  if (Boolean(StackName) === Boolean(PhysicalResourceId)) {
    throw validationError('You must specify either StackName or PhysicalResourceId, but not both.');
  }
  const stack = PhysicalResourceId ? stackOf(PhysicalResourceId, call) : findStack(StackName, call);
  const resources = [...stack.resources.values()].filter(
    ({ logicalId }) => LogicalResourceId === undefined || logicalId === LogicalResourceId,
  );
  return { StackResources: resources.map((resource) => describe(resource, stack)) };
};

function stackOf(physicalId: string, call: Call): Stack {
  const isThere = ({ resources }: Stack) =>
    [...resources.values()].some((one) => one.physicalId === physicalId);
  const stack = [...stacksIn(call).values()].find(isThere);
  if (!stack) throw validationError(`Stack for ${physicalId} does not exist`);
  return stack;
}

const describe = (resource: StackResource, stack: Stack): ResourceDescription => ({
  StackId: stack.id,
  StackName: stack.name,
  LogicalResourceId: resource.logicalId,
  PhysicalResourceId: resource.physicalId,
  ResourceType: resource.type,
  ResourceStatus: resource.status,
  ResourceStatusReason: resource.statusReason,
  Timestamp: new Date(resource.changedAt),
  DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
});
