import type {
  ListRuleNamesByTargetRequest,
  ListRuleNamesByTargetResponse,
} from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list-page.ts';
import { requireBus } from './store.ts';

export const ListRuleNamesByTarget: Operation<ListRuleNamesByTargetRequest, ListRuleNamesByTargetResponse> = (
  input,
  call,
) => {
  const names = [...requireBus(call, input.EventBusName).rules.values()]
    .filter((rule) => [...rule.targets.values()].some((target) => target.Arn === input.TargetArn))
    .map((rule) => rule.name);
  const { items, nextToken } = listPage(names, input);
  return { RuleNames: items, NextToken: nextToken };
};
