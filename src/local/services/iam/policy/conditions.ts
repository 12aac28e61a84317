import type { Condition } from './policy-document.ts';
import { matchesArn, matchesWildcard } from './wildcard.ts';

/** What is known about a call: condition keys, in lower case, to their values. */
export type ConditionContext = ReadonlyMap<string, string>;

/** Whether something holds; `unsupported` when this world cannot tell. */
export type Verdict = boolean | 'unsupported';

type Comparison = (pattern: string, value: string) => boolean;

/** Each also exists negated (`StringNotLike`) and with `IfExists` at its end. */
const comparisons = new Map<string, Comparison>([
  ['StringEquals', (pattern, value) => pattern === value],
  ['StringLike', matchesWildcard],
  // Both compare ARNs with wildcards.
  ['ArnEquals', matchesArn],
  ['ArnLike', matchesArn],
  ['Bool', (pattern, value) => pattern.toLowerCase() === value.toLowerCase()],
]);

/**
 * Keys that a call may have or lack. Any other key is unsupported rather than absent: a condition on it may hold in AWS.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const supportedKeys = new Set([
  'aws:multifactorauthpresent',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:requestedregion',
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'cloudwatch:namespace',
  'iam:passedtoservice',
  'iam:permissionsboundary',
  'iam:policyarn',
  'kms:calleraccount',
  'kms:encryptioncontext:aws:dynamodb:subscriberid',
  'kms:encryptioncontext:aws:dynamodb:tablename',
  'kms:encryptioncontext:aws:logs:arn',
  'kms:encryptioncontext:aws:sns:topicarn',
  'kms:grantisforawsresource',
  'kms:viaservice',
  'lambda:functionarn',
  'lambda:sourcefunctionarn',
  'sts:externalid',
]);

/** All conditions of a statement must hold; one unsupported among ones that hold leaves the answer open. */
export function conditionsHold(conditions: readonly Condition[], context: ConditionContext): Verdict {
  const verdicts = conditions.map((condition) => conditionHolds(condition, context));
  if (verdicts.includes(false)) return false;
  return verdicts.includes('unsupported') ? 'unsupported' : true;
}

function conditionHolds({ operator, key, values }: Condition, context: ConditionContext): Verdict {
  const name = operator.replace(/IfExists$/, '');
  const isNegated = /^(String|Arn)Not/.test(name);
  const matches = comparisons.get(isNegated ? name.replace('Not', '') : name);
  const hasVariables = values.some((value) => value.includes('${'));
  if (!matches || hasVariables || !supportedKeys.has(key.toLowerCase())) return 'unsupported';
  const given = context.get(key.toLowerCase());
  // A key that a call lacks satisfies the negated operators and those with IfExists alone.
  if (given === undefined) return isNegated || operator.endsWith('IfExists');
  return values.some((value) => matches(value, given)) !== isNegated;
}
