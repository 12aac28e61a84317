import type {
  BatchUpdateAutomationRulesRequest,
  BatchUpdateAutomationRulesResponse,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { checkRule } from './automation-rules.ts';
import { unknownRules } from './BatchGetAutomationRules.ts';
import { hubOf } from './hub.ts';

/** What is not given stays. */
export const BatchUpdateAutomationRules: Operation<
  BatchUpdateAutomationRulesRequest,
  BatchUpdateAutomationRulesResponse
> = ({ UpdateAutomationRulesRequestItems: items = [] }, call) => {
  const { automationRules } = hubOf(call);
  const processed = items.flatMap((item) => {
    const before = automationRules.get(item.RuleArn ?? '');
    if (!before) return [];
    const given = Object.entries(item).filter(([, value]) => value !== undefined);
    const rule = { ...before, ...Object.fromEntries(given), UpdatedAt: new Date(call.world.clock.now()) };
    checkRule(rule);
    automationRules.set(item.RuleArn ?? '', rule);
    return [item.RuleArn ?? ''];
  });
  const arns = items.map(({ RuleArn = '' }) => RuleArn);
  return {
    ProcessedAutomationRules: processed,
    UnprocessedAutomationRules: unknownRules(arns, automationRules),
  };
};
