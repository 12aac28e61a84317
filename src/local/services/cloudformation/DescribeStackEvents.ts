import type { DescribeStackEventsInput, DescribeStackEventsOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { findStack } from './find-stack.ts';

/** The newest event first. */
export const DescribeStackEvents: Operation<DescribeStackEventsInput, DescribeStackEventsOutput> = (
  input,
  call,
) => {
  const stack = findStack(input.StackName, call);
  const { items, nextToken } = page(stack.events.toReversed(), {
    limit: 100,
    token: input.NextToken,
    badTokenCode: 'ValidationError',
  });
  const StackEvents = items.map((event) => ({
    StackId: stack.id,
    StackName: stack.name,
    EventId: event.id,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    ClientRequestToken: event.token,
    Timestamp: new Date(event.at),
  }));
  return { StackEvents, NextToken: nextToken };
};
