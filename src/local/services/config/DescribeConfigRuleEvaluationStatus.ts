import type {
  DescribeConfigRuleEvaluationStatusRequest,
  DescribeConfigRuleEvaluationStatusResponse,
} from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { rulesAsked } from './rules.ts';

export const DescribeConfigRuleEvaluationStatus: Operation<
  DescribeConfigRuleEvaluationStatusRequest,
  DescribeConfigRuleEvaluationStatusResponse
> = (input, call) => ({
  ConfigRulesEvaluationStatus: rulesAsked(input.ConfigRuleNames, call).map(
    ({ definition, createdAt, evaluatedAt }) => ({
      ConfigRuleName: definition.ConfigRuleName,
      ConfigRuleArn: definition.ConfigRuleArn,
      ConfigRuleId: definition.ConfigRuleId,
      FirstActivatedTime: new Date(createdAt),
      FirstEvaluationStarted: evaluatedAt !== undefined,
      ...(evaluatedAt !== undefined && {
        LastSuccessfulInvocationTime: new Date(evaluatedAt),
        LastSuccessfulEvaluationTime: new Date(evaluatedAt),
      }),
    }),
  ),
});
