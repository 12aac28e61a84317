import type { DescribeRuleRequest, DescribeRuleResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { toRuleOutput } from './rule-output.ts';
import { requireRule } from './store.ts';

export const DescribeRule: Operation<DescribeRuleRequest, DescribeRuleResponse> = (input, call) => {
  const rule = requireRule(call, { ...input, name: input.Name });
  return { ...toRuleOutput(rule), CreatedBy: rule.createdBy };
};
