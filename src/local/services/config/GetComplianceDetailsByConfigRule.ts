import type {
  GetComplianceDetailsByConfigRuleRequest,
  GetComplianceDetailsByConfigRuleResponse,
} from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { ruleNamed } from './rules.ts';

export const GetComplianceDetailsByConfigRule: Operation<
  GetComplianceDetailsByConfigRuleRequest,
  GetComplianceDetailsByConfigRuleResponse
> = (input, call) => {
  const wanted: readonly (string | undefined)[] = input.ComplianceTypes ?? [];
  const results = [...ruleNamed(input.ConfigRuleName, call).results.values()].filter(
    ({ ComplianceType }) => wanted.length === 0 || wanted.includes(ComplianceType),
  );
  const { items, nextToken } = page(results, {
    limit: input.Limit || 100,
    token: input.NextToken,
    badTokenCode: 'InvalidNextTokenException',
  });
  return { EvaluationResults: items, NextToken: nextToken };
};
