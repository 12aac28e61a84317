import type { DescribeStacksInput, DescribeStacksOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { describeStack } from './describe-stack.ts';
import { findStack } from './find-stack.ts';
import { stacksIn } from './store.ts';

export const DescribeStacks: Operation<DescribeStacksInput, DescribeStacksOutput> = (input, call) => {
  if (input.StackName) return { Stacks: [describeStack(findStack(input.StackName, call))] };
  const live = [...stacksIn(call).values()].filter(({ status }) => status !== 'DELETE_COMPLETE');
  const { items, nextToken } = page(live.toReversed(), {
    limit: 100,
    token: input.NextToken,
    badTokenCode: 'ValidationError',
  });
  return { Stacks: items.map(describeStack), NextToken: nextToken };
};
