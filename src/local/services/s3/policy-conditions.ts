import { matchesArn, matchesWildcard } from '../iam/policy/wildcard.ts';

/** Whether one value of a request fits one value of a condition. */
type Comparison = (actual: string, wanted: string) => boolean;

const equals: Comparison = (actual, wanted) => actual === wanted;
const like: Comparison = (actual, wanted) => matchesWildcard(wanted, actual);
const likeArn: Comparison = (actual, wanted) => matchesArn(wanted, actual);
const comparisons = new Map<string, Comparison>([
  ['StringEquals', equals],
  ['StringEqualsIgnoreCase', (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase()],
  ['StringLike', like],
  ['ArnEquals', likeArn],
  ['ArnLike', likeArn],
  ['Bool', (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase()],
  ['NumericEquals', (actual, wanted) => Number(actual) === Number(wanted)],
]);

/**
 * Whether all conditions of a statement hold. An operator that is not known here, or a policy variable, counts
 * against the request: it makes a Deny fit and an Allow not.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionsHold(
  condition: unknown,
  context: ReadonlyMap<string, string>,
  whenUnknown: boolean,
): boolean {
  if (condition === undefined) return true;
  if (typeof condition !== 'object' || condition === null) return whenUnknown;
  const values = new Map([...context].map(([key, value]) => [key.toLowerCase(), value]));
  return Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys ?? {}).every(([key, wanted]) =>
      holds(operator, values.get(key.toLowerCase()), [wanted].flat().map(String), whenUnknown),
    ),
  );
}

function holds(
  operator: string,
  actual: string | undefined,
  wanted: readonly string[],
  whenUnknown: boolean,
): boolean {
  const [, set, name = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  if (name === 'Null') return wanted.includes(String(actual === undefined));
  const isNegated = /^(String|Arn|Numeric)Not/.test(name);
  const comparison = comparisons.get(name.replace('Not', ''));
  if (!comparison || wanted.some((value) => value.includes('${'))) return whenUnknown;
  if (actual === undefined) return isNegated || ifExists !== undefined || set === 'ForAllValues';
  return wanted.some((value) => comparison(actual, value)) !== isNegated;
}

/**
 * Keys that tell who a caller is or where he comes from.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
const FIXING_KEYS = new Set([
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
]);

const FIXING_OPERATORS = /^(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)$/;

/** Whether a condition lets only callers of named accounts, organizations, resources or networks through. */
export const isHeldToFixedValues = (condition: unknown): boolean =>
  Object.entries(Object(condition)).some(
    ([operator, keys]) =>
      FIXING_OPERATORS.test(operator) &&
      Object.entries(Object(keys)).some(
        ([key, values]) => FIXING_KEYS.has(key.toLowerCase()) && [values].flat().every(isFixed),
      ),
  );

/** Wildcards and policy variables leave open what they stand for, and so do all addresses there are. */
const isFixed = (value: unknown): boolean => !/[*?]|\$\{|\/0$/.test(String(value));
