import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { configOfCall, type Rule } from './store.ts';

/** @throws ServiceError `NoSuchConfigRuleException` */
export function ruleNamed(name: string | undefined, call: Call): Rule {
  const rule = configOfCall(call).rules.get(name ?? '');
  if (rule) return rule;
  throw new ServiceError(
    'NoSuchConfigRuleException',
    `The ConfigRule '${name}' provided in the request is invalid. Please check the configRule name.`,
  );
}

/** The rules meant by a list of names, or all there are. */
export const rulesAsked = (names: readonly string[] | undefined, call: Call): readonly Rule[] =>
  names?.length ? names.map((name) => ruleNamed(name, call)) : [...configOfCall(call).rules.values()];

export const invalidParameter = (message: string): ServiceError =>
  new ServiceError('InvalidParameterValueException', message);
