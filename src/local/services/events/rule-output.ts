import type { Rule as RuleOutput } from '@aws-sdk/client-eventbridge';
import type { Rule } from './store.ts';

export const toRuleOutput = (rule: Rule): RuleOutput => ({
  Name: rule.name,
  Arn: rule.arn,
  EventPattern: rule.patternText,
  State: rule.state,
  Description: rule.description,
  EventBusName: rule.busName,
});
