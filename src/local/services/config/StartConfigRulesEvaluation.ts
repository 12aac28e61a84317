import type { StartConfigRulesEvaluationRequest } from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { invalidParameter, ruleNamed } from './rules.ts';
import { evaluateSoon } from './schedule.ts';

export const StartConfigRulesEvaluation: Operation<StartConfigRulesEvaluationRequest, object> = (
  input,
  call,
) => {
  const names = input.ConfigRuleNames ?? [];
  if (names.length === 0 || names.length > 25) throw invalidParameter('1 to 25 rules must be given.');
  for (const rule of names.map((name) => ruleNamed(name, call))) evaluateSoon(rule, call);
  return {};
};
