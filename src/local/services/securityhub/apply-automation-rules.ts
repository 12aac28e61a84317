import type { AutomationRulesConfig, AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import { fitsFilters } from './finding-filters.ts';
import type { Hub } from './hub.ts';
import { withUpdate } from './update-finding.ts';

/**
 * What the rules of a hub make of a finding that comes in: in their order, each that fits, up to one that ends it.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/automation-rules.html
 */
export function applyAutomationRules(
  given: AwsSecurityFinding,
  { automationRules }: Hub,
  now: number,
): AwsSecurityFinding {
  let finding = given;
  for (const rule of inOrder(automationRules.values())) {
    if (!fitsFilters(finding, { ...rule.Criteria })) continue;
    for (const { FindingFieldsUpdate: update } of rule.Actions ?? []) {
      if (update) finding = withUpdate(finding, update, now);
    }
    if (rule.IsTerminal) break;
  }
  return finding;
}

const inOrder = (rules: Iterable<AutomationRulesConfig>): AutomationRulesConfig[] =>
  [...rules]
    .filter(({ RuleStatus }) => RuleStatus === 'ENABLED')
    .sort((one, other) => (one.RuleOrder ?? 0) - (other.RuleOrder ?? 0));
