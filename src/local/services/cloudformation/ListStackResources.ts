import type { ListStackResourcesInput, ListStackResourcesOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { findStack } from './find-stack.ts';

export const ListStackResources: Operation<ListStackResourcesInput, ListStackResourcesOutput> = (
  input,
  call,
) => {
  const { resources } = findStack(input.StackName, call);
  const { items, nextToken } = page([...resources.values()], {
    limit: 100,
    token: input.NextToken,
    badTokenCode: 'ValidationError',
  });
  const StackResourceSummaries = items.map((resource) => ({
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    ResourceStatus: resource.status,
    ResourceStatusReason: resource.statusReason,
    LastUpdatedTimestamp: new Date(resource.changedAt),
    DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' as const },
  }));
  return { StackResourceSummaries, NextToken: nextToken };
};
