import { randomUUID } from 'node:crypto';
import type {
  AutomationRulesConfig,
  CreateAutomationRuleRequest,
  CreateAutomationRuleResponse,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { checkRule } from './automation-rules.ts';
import { hubOf } from './hub.ts';
import { arnIn } from './standards.ts';

/** A rule changes findings that come in from now on. */
export const CreateAutomationRule: Operation<CreateAutomationRuleRequest, CreateAutomationRuleResponse> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'Tags');
  const { automationRules } = hubOf(call);
  const now = new Date(call.world.clock.now());
  const rule: AutomationRulesConfig = {
    RuleArn: arnIn(call, `automation-rule/${randomUUID()}`),
    RuleStatus: input.RuleStatus ?? 'ENABLED',
    RuleOrder: input.RuleOrder,
    RuleName: input.RuleName,
    Description: input.Description,
    IsTerminal: input.IsTerminal ?? false,
    Criteria: input.Criteria,
    Actions: input.Actions,
    CreatedAt: now,
    UpdatedAt: now,
    CreatedBy: call.caller.arn,
  };
  checkRule(rule);
  automationRules.set(rule.RuleArn ?? '', rule);
  return { RuleArn: rule.RuleArn };
};
