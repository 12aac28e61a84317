import { includesArn } from './arn-pattern.ts';
import type { Condition, ConditionKind } from './condition.ts';
import { hasWildcard, includesPattern } from './glob.ts';

/** Whether every request that fits the stricter conditions surely fits the looser ones. */
export const impliesAll = (stricter: readonly Condition[], looser: readonly Condition[]): boolean =>
  looser.every((wanted) => stricter.some((given) => implies(given, wanted)));

function implies(given: Condition, wanted: Condition): boolean {
  if (given.key !== wanted.key) return false;
  if (wanted.kind === 'null') return impliesPresence(given, wanted);
  if (given.quantifier !== wanted.quantifier || given.isNegated !== wanted.isNegated) return false;
  if (!agreesOnAbsence(given, wanted)) return false;
  const isWithin = (value: string, values: readonly string[], kinds: Kinds) =>
    values.some((taken) => includesValue(taken, value, kinds));
  return given.isNegated
    ? wanted.values.every((left) => isWithin(left, given.values, { outer: given, inner: wanted }))
    : given.values.every((value) => isWithin(value, wanted.values, { outer: wanted, inner: given }));
}

/** `Null: false` says that there is such a key, which a comparison with its value says too. */
function impliesPresence(given: Condition, wanted: Condition): boolean {
  if (given.kind === 'null') return given.values.join() === wanted.values.join();
  const needsKey = given.kind !== null && given.quantifier === null && !given.isNegated && !given.isIfExists;
  return needsKey && wanted.values.join() === 'false';
}

/** What excludes values holds without the key, with IfExists or without. */
const agreesOnAbsence = (given: Condition, wanted: Condition): boolean =>
  wanted.isIfExists || !given.isIfExists || (given.isNegated && given.quantifier === null);

interface Kinds {
  readonly outer: Condition;
  readonly inner: Condition;
}

function includesValue(outer: string, inner: string, kinds: Kinds): boolean {
  const [wide, narrow] = [kinds.outer.kind, kinds.inner.kind];
  if (!wide || !narrow || !TEXTS.includes(wide) || !TEXTS.includes(narrow))
    return outer === inner && isSameOperator(kinds);
  // What a policy variable stands for is not known here.
  if (outer.includes('${') || inner.includes('${')) return outer === inner && wide === narrow;
  if (outer === inner && wide === narrow) return true;
  const isPlain = narrow === 'text' || !hasWildcard(inner);
  if (wide === 'text') return outer === inner && isPlain;
  if (wide === 'pattern') return includesPattern(outer, inner);
  return (narrow === 'arn' || !hasWildcard(inner)) && includesArn(outer, inner) === true;
}

const TEXTS: readonly ConditionKind[] = ['text', 'pattern', 'arn'];

const isSameOperator = ({ outer, inner }: Kinds): boolean =>
  withoutIfExists(outer) === withoutIfExists(inner);

const withoutIfExists = ({ operator }: Condition): string => operator.replace(/IfExists$/, '');
