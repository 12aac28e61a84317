import type { ListTargetsByRuleRequest, ListTargetsByRuleResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list-page.ts';
import { requireRule } from './store.ts';

export const ListTargetsByRule: Operation<ListTargetsByRuleRequest, ListTargetsByRuleResponse> = (
  input,
  call,
) => {
  const { items, nextToken } = listPage(
    [...requireRule(call, { ...input, name: input.Rule }).targets.values()],
    input,
  );
  return { Targets: items, NextToken: nextToken };
};
