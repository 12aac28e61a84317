import type { DescribeConfigRulesRequest, DescribeConfigRulesResponse } from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { rulesAsked } from './rules.ts';

export const DescribeConfigRules: Operation<DescribeConfigRulesRequest, DescribeConfigRulesResponse> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'Filters');
  const { items, nextToken } = page(rulesAsked(input.ConfigRuleNames, call), {
    limit: 25,
    token: input.NextToken,
    badTokenCode: 'InvalidNextTokenException',
  });
  return {
    ConfigRules: items.map(({ definition }) => ({ ...definition, ConfigRuleState: 'ACTIVE' })),
    NextToken: nextToken,
  };
};
