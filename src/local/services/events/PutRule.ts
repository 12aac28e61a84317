import type { PutRuleRequest, PutRuleResponse, RuleState } from '@aws-sdk/client-eventbridge';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { limitExceeded, validationError } from './events-error.ts';
import { compilePattern } from './pattern/compile.ts';
import { refuseLongPattern } from './pattern-quota.ts';
import { type Rule, requireBus } from './store.ts';

const states: readonly RuleState[] = ['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'];

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const mostRules = 300;

/** Makes a rule, or replaces what an existing one says; its targets and tags stay. */
export const PutRule: Operation<PutRuleRequest, PutRuleResponse> = (input, call) => {
  refuseUnsupported(input, 'ScheduleExpression', 'RoleArn');
  requireBus(call, input.EventBusName);
  const { Name: name = '', EventPattern: patternText, State: state = 'ENABLED', Description } = input;
  checkRule(name, state, Description);
  if (!patternText) {
    throw validationError('Parameter(s) EventPattern or ScheduleExpression must be specified.');
  }
  refuseLongPattern(patternText);
  const pattern = compilePattern(patternText);
  const rule = findOrCreate(call, name, input);
  Object.assign(rule, { patternText, pattern, state, description: Description });
  return { RuleArn: rule.arn };
};

function checkRule(name: string, state: RuleState, description = '') {
  if (!/^[.\-_A-Za-z0-9]{1,64}$/.test(name)) {
    throw validationError(
      `Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+ and have a length of 1 to 64`,
    );
  }
  if (!states.includes(state)) {
    throw validationError(
      `Value '${state}' at 'state' failed to satisfy constraint: Member must satisfy enum value set: [${states.join(', ')}]`,
    );
  }
  if (description.length > 512) {
    throw validationError(
      "Value at 'description' failed to satisfy constraint: Member must have length less than or equal to 512",
    );
  }
}

function findOrCreate(call: Call, name: string, input: PutRuleRequest): Rule {
  const { rules, name: busName } = requireBus(call, input.EventBusName);
  const present = rules.get(name);
  if (present) return present;
  if (rules.size >= mostRules) throw limitExceeded();
  const rule: Rule = {
    name,
    arn: `arn:${call.partition}:events:${call.region}:${call.accountId}:rule/${busName === 'default' ? '' : `${busName}/`}${name}`,
    busName,
    createdBy: call.accountId,
    patternText: '',
    pattern: [],
    state: 'ENABLED',
    description: undefined,
    targets: new Map(),
    tags: new Map((input.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
  };
  rules.set(name, rule);
  return rule;
}
