import type {
  Compliance,
  DescribeComplianceByConfigRuleRequest,
  DescribeComplianceByConfigRuleResponse,
} from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { rulesAsked } from './rules.ts';
import type { Rule } from './store.ts';

export const DescribeComplianceByConfigRule: Operation<
  DescribeComplianceByConfigRuleRequest,
  DescribeComplianceByConfigRuleResponse
> = (input, call) => {
  const wanted: readonly (string | undefined)[] = input.ComplianceTypes ?? [];
  const rules = rulesAsked(input.ConfigRuleNames, call).map((rule) => ({
    ConfigRuleName: rule.definition.ConfigRuleName,
    Compliance: complianceOf(rule),
  }));
  return {
    ComplianceByConfigRules: rules.filter(
      ({ Compliance: { ComplianceType } }) => wanted.length === 0 || wanted.includes(ComplianceType),
    ),
  };
};

/** A rule is kept when every resource keeps it. */
function complianceOf({ results }: Rule): Compliance {
  const types = [...results.values()].map(({ ComplianceType }) => ComplianceType);
  const breaking = types.filter((type) => type === 'NON_COMPLIANT').length;
  if (breaking === 0) return { ComplianceType: types.length > 0 ? 'COMPLIANT' : 'INSUFFICIENT_DATA' };
  return {
    ComplianceType: 'NON_COMPLIANT',
    ComplianceContributorCount: { CappedCount: Math.min(breaking, 25), CapExceeded: breaking > 25 },
  };
}
