import type { ConfigRule, PutConfigRuleRequest } from '@aws-sdk/client-config-service';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { arnOf } from '../iam/arn-of.ts';
import { randomId } from './random-id.ts';
import { invalidParameter } from './rules.ts';
import { evaluatePeriodically, evaluateSoon } from './schedule.ts';
import { configOfCall, type Rule } from './store.ts';
import { trailJudges } from './trail-judges.ts';

/** Makes or replaces a rule, which is evaluated at once. Served are AWS's managed rules on trails. */
export const PutConfigRule: Operation<PutConfigRuleRequest, object> = (input, call) => {
  const given = input.ConfigRule ?? { Source: undefined };
  const state = configOfCall(call);
  checkSource(given);
  if (!state.recorder) {
    throw new ServiceError(
      'NoAvailableConfigurationRecorderException',
      'Configuration recorder is not available to put config rule.',
    );
  }
  const rule = newRule(given, state.rules.get(given.ConfigRuleName ?? ''), call);
  const { ConfigRuleName: name, ConfigRuleArn: arn = '' } = rule.definition;
  state.rules.set(name, rule);
  if (input.Tags) state.tags.set(arn, input.Tags);
  evaluateSoon(rule, call);
  evaluatePeriodically(rule, call);
  return {};
};

function checkSource({ ConfigRuleName, Source, InputParameters }: ConfigRule): void {
  if (!ConfigRuleName) throw invalidParameter('A rule must have a name.');
  if (Source?.Owner !== 'AWS') throw unsupported(`rules of owner ${Source?.Owner}`);
  if (!trailJudges.has(Source.SourceIdentifier ?? '')) {
    throw unsupported(`the managed rule ${Source.SourceIdentifier}`);
  }
  if (Source.SourceDetails?.length) {
    throw invalidParameter('SourceDetails should be null/empty if the Owner is AWS.');
  }
  if (!isObject(InputParameters ?? '{}'))
    throw invalidParameter('InputParameters is not a valid JSON object.');
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** A rule that was there keeps its id and its results, so that only what changed is told. */
function newRule(given: ConfigRule, before: Rule | undefined, call: Call): Rule {
  const id = before?.definition.ConfigRuleId ?? `config-rule-${randomId()}`;
  return {
    definition: {
      ...given,
      ConfigRuleName: given.ConfigRuleName ?? '',
      ConfigRuleArn: arnOf(call, 'config', `config-rule/${id}`),
      ConfigRuleId: id,
      MaximumExecutionFrequency: given.MaximumExecutionFrequency ?? 'TwentyFour_Hours',
      EvaluationModes: [{ Mode: 'DETECTIVE' }],
    },
    createdAt: before?.createdAt ?? call.world.clock.now(),
    results: before?.results ?? new Map(),
    ...(before?.evaluatedAt !== undefined && { evaluatedAt: before.evaluatedAt }),
  };
}
