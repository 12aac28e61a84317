import type { ListStacksInput, ListStacksOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { dateOf } from './describe-stack.ts';
import { stacksIn } from './store.ts';

export const ListStacks: Operation<ListStacksInput, ListStacksOutput> = (input, call) => {
  const { StackStatusFilter: wanted = [] } = input;
  const stacks = [...stacksIn(call).values()].filter(
    ({ status }) => wanted.length === 0 || wanted.includes(status),
  );
  const { items, nextToken } = page(stacks.toReversed(), {
    limit: 100,
    token: input.NextToken,
    badTokenCode: 'ValidationError',
  });
  const StackSummaries = items.map((stack) => ({
    StackId: stack.id,
    StackName: stack.name,
    TemplateDescription: stack.definition.template.description,
    CreationTime: new Date(stack.createdAt),
    LastUpdatedTime: dateOf(stack.updatedAt),
    DeletionTime: dateOf(stack.deletedAt),
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    DriftInformation: { StackDriftStatus: 'NOT_CHECKED' as const },
  }));
  return { StackSummaries, NextToken: nextToken };
};
