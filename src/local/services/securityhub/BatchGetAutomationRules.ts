import type {
  BatchGetAutomationRulesRequest,
  BatchGetAutomationRulesResponse,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf } from './hub.ts';

export const BatchGetAutomationRules: Operation<
  BatchGetAutomationRulesRequest,
  BatchGetAutomationRulesResponse
> = ({ AutomationRulesArns: arns = [] }, call) => {
  const { automationRules } = hubOf(call);
  return {
    Rules: arns.flatMap((arn) => automationRules.get(arn) ?? []),
    UnprocessedAutomationRules: unknownRules(arns, automationRules),
  };
};

/** The rules of a batch that there are not. */
export const unknownRules = (arns: readonly string[], rules: ReadonlyMap<string, unknown>) =>
  arns
    .filter((arn) => !rules.has(arn))
    .map((RuleArn) => ({ RuleArn, ErrorCode: 404, ErrorMessage: 'The automation rule does not exist.' }));
