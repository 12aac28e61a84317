import type { ListRulesRequest, ListRulesResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { requireDefaultBus } from './event-bus.ts';
import { listPage } from './list-page.ts';
import { toRuleOutput } from './rule-output.ts';
import { busOfCall } from './store.ts';

export const ListRules: Operation<ListRulesRequest, ListRulesResponse> = (input, call) => {
  requireDefaultBus(call, input.EventBusName);
  const rules = [...busOfCall(call).rules.values()]
    .filter((rule) => rule.name.startsWith(input.NamePrefix ?? ''))
    .map(toRuleOutput);
  const { items, nextToken } = listPage(rules, input);
  return { Rules: items, NextToken: nextToken };
};
