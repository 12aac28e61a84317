import type {
  BatchDeleteAutomationRulesRequest,
  BatchDeleteAutomationRulesResponse,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { unknownRules } from './BatchGetAutomationRules.ts';
import { hubOf } from './hub.ts';

/** What a rule changed stays as it is. */
export const BatchDeleteAutomationRules: Operation<
  BatchDeleteAutomationRulesRequest,
  BatchDeleteAutomationRulesResponse
> = ({ AutomationRulesArns: arns = [] }, call) => {
  const { automationRules } = hubOf(call);
  const unprocessed = unknownRules(arns, automationRules);
  return {
    ProcessedAutomationRules: arns.filter((arn) => automationRules.delete(arn)),
    UnprocessedAutomationRules: unprocessed,
  };
};
