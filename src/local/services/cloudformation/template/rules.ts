import type { LogicScope } from './logic.ts';
import { isLogicTrue } from './logic.ts';
import { ruleFunctions } from './logic-functions.ts';
import type { Scope } from './scope.ts';
import type { Template } from './template.ts';
import { templateError, validationError } from './template-error.ts';

/**
 * Asserts what the template's rules say of the parameters.
 * @throws ServiceError `ValidationError` with the description of every assertion that does not hold
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function assertRules({ rules, mappings }: Template, parameters: Scope['parameters']): void {
  const logicScope: LogicScope = {
    functions: ruleFunctions,
    scope: { parameters, mappings, conditions: new Map(), resources: new Map(), leftOut: new Set() },
    isConditionTrue: (name) => {
      throw templateError(`a rule cannot use the condition ${name}`);
    },
  };
  for (const [name, { condition, assertions }] of rules) {
    const at = `Rules.${name}`;
    if (condition !== undefined && !isLogicTrue(condition, `${at}.RuleCondition`, logicScope)) continue;
    const broken = assertions.filter(({ assert }) => !isLogicTrue(assert, `${at}.Assertions`, logicScope));
    if (broken.length === 0) continue;
    const reasons = broken.map(({ description }) => description ?? 'an assertion does not hold');
    throw validationError(`Rule validation failed for ${name}: ${reasons.join('; ')}`);
  }
}
