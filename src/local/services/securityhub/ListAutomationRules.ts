import type { ListAutomationRulesRequest, ListAutomationRulesResponse } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf } from './hub.ts';
import { listPage } from './list-page.ts';

export const ListAutomationRules: Operation<ListAutomationRulesRequest, ListAutomationRulesResponse> = (
  input,
  call,
) => {
  const { items, nextToken } = listPage([...hubOf(call).automationRules.values()], input);
  return {
    AutomationRulesMetadata: items.map(({ Criteria: _criteria, Actions: _actions, ...metadata }) => metadata),
    NextToken: nextToken,
  };
};
