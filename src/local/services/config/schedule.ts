import type { MaximumExecutionFrequency } from '@aws-sdk/client-config-service';
import { evaluateRule, type RulePlace } from './evaluate-rule.ts';
import { configOf, type Rule } from './store.ts';

const HOUR_MS = 60 * 60 * 1000;

const periods: Readonly<Record<MaximumExecutionFrequency, number>> = {
  One_Hour: HOUR_MS,
  Three_Hours: 3 * HOUR_MS,
  Six_Hours: 6 * HOUR_MS,
  Twelve_Hours: 12 * HOUR_MS,
  TwentyFour_Hours: 24 * HOUR_MS,
};

/** Evaluates a rule a moment from now. It may be gone by then. */
export function evaluateSoon(rule: Rule, place: RulePlace): void {
  place.world.clock.after(0, () => {
    if (isInForce(rule, place)) evaluateRule(rule, place);
  });
}

/** Evaluates a rule once in each of its periods, with or without a recorder, until it is deleted or put anew. */
export function evaluatePeriodically(rule: Rule, place: RulePlace): void {
  const period = periods[rule.definition.MaximumExecutionFrequency ?? 'TwentyFour_Hours'];
  place.world.clock.after(period, () => {
    if (!isInForce(rule, place)) return;
    evaluateRule(rule, place);
    evaluatePeriodically(rule, place);
  });
}

const isInForce = (rule: Rule, { world, accountId, region }: RulePlace): boolean =>
  configOf(world, accountId, region).rules.get(rule.definition.ConfigRuleName) === rule;
