import type { ListRulesRequest, ListRulesResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list-page.ts';
import { toRuleOutput } from './rule-output.ts';
import { requireBus } from './store.ts';

export const ListRules: Operation<ListRulesRequest, ListRulesResponse> = (input, call) => {
  const rules = [...requireBus(call, input.EventBusName).rules.values()]
    .filter((rule) => rule.name.startsWith(input.NamePrefix ?? ''))
    .map(toRuleOutput);
  const { items, nextToken } = listPage(rules, input);
  return { Rules: items, NextToken: nextToken };
};
