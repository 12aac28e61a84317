import type { ListChangeSetsInput, ListChangeSetsOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { findStack } from './find-stack.ts';

export const ListChangeSets: Operation<ListChangeSetsInput, ListChangeSetsOutput> = (input, call) => {
  const stack = findStack(input.StackName, call);
  const { items, nextToken } = page([...stack.changeSets.values()], {
    limit: 100,
    token: input.NextToken,
    badTokenCode: 'ValidationError',
  });
  const Summaries = items.map((changeSet) => ({
    StackId: stack.id,
    StackName: stack.name,
    ChangeSetId: changeSet.id,
    ChangeSetName: changeSet.name,
    ExecutionStatus: changeSet.executionStatus,
    Status: changeSet.status,
    StatusReason: changeSet.statusReason,
    CreationTime: new Date(changeSet.createdAt),
    Description: changeSet.description,
  }));
  return { Summaries, NextToken: nextToken };
};
