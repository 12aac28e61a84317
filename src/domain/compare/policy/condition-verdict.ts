import { includesArn } from './arn-pattern.ts';
import type { Condition, ConditionKind } from './condition.ts';
import { includesPattern } from './glob.ts';
import { asVerdict, every, not, some, type Verdict } from './verdict.ts';

/**
 * What is known of a request by condition key, in lower case. Null: the request has no such key. A key that is not here may be
 * anything.
 */
export type RequestContext = Readonly<Record<string, readonly string[] | null>>;

/**
 * Whether a condition holds for a request.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function judgeCondition(condition: Condition, context: RequestContext): Verdict {
  const { key, kind, values } = condition;
  const present = Object.hasOwn(context, key) ? context[key] : undefined;
  if (present === undefined || kind === null || values.some((value) => value.includes('${')))
    return 'perhaps';
  if (kind === 'null')
    return some(values.map((value) => asVerdict((value === 'true') === (present === null))));
  if (present === null) return asVerdict(holdsWithoutKey(condition));
  const verdicts = present.map((value) => judgeValue(condition, value));
  return condition.quantifier === 'ForAnyValue' ? some(verdicts) : every(verdicts);
}

/** A condition that excludes values holds for a request without the key: what is not there is none of them. */
const holdsWithoutKey = ({ quantifier, isIfExists, isNegated }: Condition): boolean =>
  quantifier === 'ForAllValues' || isIfExists || (isNegated && quantifier === null);

function judgeValue({ kind, operator, values, isNegated }: Condition, value: string): Verdict {
  const matches = kind ? MATCHES[kind] : undefined;
  if (!matches) return 'perhaps';
  const verdict = some(values.map((wanted) => matches(wanted, value, operator)));
  return isNegated ? not(verdict) : verdict;
}

type Match = (wanted: string, value: string, operator: string) => Verdict;

const MATCHES: Readonly<Partial<Record<ConditionKind, Match>>> = {
  text: (wanted, value) => asVerdict(wanted === value),
  textIgnoringCase: (wanted, value) => asVerdict(wanted === value.toLowerCase()),
  pattern: (wanted, value) => asVerdict(includesPattern(wanted, value)),
  arn: (wanted, value) => {
    const matched = includesArn(wanted, value);
    return matched === undefined ? 'perhaps' : asVerdict(matched);
  },
  number: (wanted, value, operator) => judgeNumber(operator, Number(wanted), Number(value)),
};

function judgeNumber(operator: string, wanted: number, value: number): Verdict {
  if (Number.isNaN(wanted) || Number.isNaN(value)) return 'perhaps';
  const [, comparison = ''] = /Numeric(?:Not)?(\w+?)(?:IfExists)?$/.exec(operator) ?? [];
  const compare = COMPARISONS[comparison];
  return compare ? asVerdict(compare(value, wanted)) : 'perhaps';
}

const COMPARISONS: Readonly<Record<string, (value: number, wanted: number) => boolean>> = {
  Equals: (value, wanted) => value === wanted,
  LessThan: (value, wanted) => value < wanted,
  LessThanEquals: (value, wanted) => value <= wanted,
  GreaterThan: (value, wanted) => value > wanted,
  GreaterThanEquals: (value, wanted) => value >= wanted,
};
