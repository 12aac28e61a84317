import { mayOverlap } from '../compare/policy/glob.ts';
import { accountOf, readPrincipals } from '../compare/policy/principal.ts';
import { asJsonObject, type JsonObject } from '../json.ts';
import type { PolicyDocument } from '../parts.ts';
import type { Weakness } from './baseline-weaknesses.ts';

/** What adds, changes or removes log files, or opens the way to it. */
const WRITES = [
  's3:putobject',
  's3:deleteobject',
  's3:deleteobjectversion',
  's3:putbucketpolicy',
  's3:deletebucketpolicy',
  's3:putlifecycleconfiguration',
  's3:putbucketversioning',
  's3:putbucketacl',
  's3:deletebucket',
] as const;

/**
 * Conditions that can only be met by callers that were meant, whoever the statement names.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const LIMITS = [
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
];

/** Who else may write to a bucket or delete in it, as far as its policy's own words tell. */
export const findPolicyWeaknesses = (
  { Statement }: PolicyDocument,
  accountId: string,
): readonly Omit<Weakness, 'path'>[] => {
  const others = Statement.filter(allowsWrites).flatMap((statement) => othersOf(statement, accountId));
  return [...new Set(others)].map((other) => ({
    what: `the bucket policy lets ${other} write or delete`,
    why: 'log files can be forged or removed',
  }));
};

function allowsWrites({ Effect, Action, NotAction }: JsonObject): boolean {
  if (Effect !== 'Allow') return false;
  const actions = Array.isArray(Action) ? Action : [Action];
  const isWrite = (action: unknown) =>
    typeof action === 'string' && WRITES.some((write) => mayOverlap(action.toLowerCase(), write));
  return NotAction !== undefined || actions.some(isWrite);
}

/** @param accountId whose principals are no others */
function othersOf(statement: JsonObject, accountId: string): readonly string[] {
  const principals = readPrincipals(statement.Principal) ?? ['*'];
  const limited = isLimited(statement);
  return principals.flatMap((principal) => {
    if (principal === '*') return limited ? [] : ['everybody'];
    if (principal === 'service:cloudtrail.amazonaws.com')
      return limited ? [] : ['CloudTrail, for trails of any account,'];
    const account = accountOf(principal);
    if (account === undefined || account === '' || account === accountId) return [];
    return [`account ${account}`];
  });
}

/** IfExists and the like are met by whoever does not send the key; negated ones by nearly everybody. */
const isLimited = ({ Condition }: JsonObject): boolean =>
  Object.entries(asJsonObject(Condition)).some(
    ([operator, keys]) =>
      /^(string|arn)(equals|like|equalsignorecase)$/i.test(operator) &&
      Object.keys(asJsonObject(keys)).some((key) => LIMITS.includes(key.toLowerCase())),
  );
