import { sortedActions } from '../statement.ts';
import { type DeniedTechnique, deniableActions, restoringActions } from './denied-actions.ts';
import type { DenyOptions } from './deny-options.ts';
import type { Condition } from './deny-statements.ts';
import { PROTECTED_THINGS } from './protected-things.ts';

/** A statement of a policy that a resource has, in IAM's own spelling. */
interface ResourceStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: '*' | { readonly AWS: string } | { readonly Service: string };
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Condition;
}

/** A statement with what the docs say of it. */
export interface ExplainedStatement {
  readonly statement: ResourceStatement;
  readonly what: string;
  readonly techniques: readonly string[];
}

export const CLOUDTRAIL = { Service: 'cloudtrail.amazonaws.com' } as const;

/** A service of AWS is held by what it is allowed, not by who it is. The key is missing from nobody's request but a forged one. */
const NO_SERVICE = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } } as const;

/** What is denied to everybody but the spared roles; `*` stands for all, also for what is outside of the account. */
function denyOthers(
  statement: Pick<ResourceStatement, 'Sid' | 'Action' | 'Resource'>,
  sparedRoleArns: readonly string[],
): ResourceStatement {
  const { Sid, Action, Resource } = statement;
  const spared = sparedRoleArns.length > 0 ? { ArnNotLike: { 'aws:PrincipalArn': sparedRoleArns } } : {};
  return { Sid, Effect: 'Deny', Principal: '*', Action, Resource, Condition: { ...spared, ...NO_SERVICE } };
}

/** The denies of a bucket's or a key's calls: what nobody but break-glass roles may do, and what the guard restores with. */
export function denyCalls(
  name: 'Buckets' | 'Keys',
  Resource: string | readonly string[],
  options: DenyOptions,
  techniques: readonly DeniedTechnique[],
): readonly ExplainedStatement[] {
  const thing = PROTECTED_THINGS.find((one) => one.name === name);
  if (!thing) return [];
  const of = deniableActions(techniques).filter(thing.takes);
  const restoring = restoringActions(techniques);
  // Who may write is said by a statement of its own.
  const all = sortedActions([...of.map(({ action }) => action), ...(thing.alike ?? [])]).filter(
    (action) => action !== 's3:PutObject',
  );
  const breakGlass = options.breakGlassRoleArns ?? [];
  const deny = (Sid: string, Action: readonly string[], spared: readonly string[]): ExplainedStatement => ({
    statement: denyOthers({ Sid, Action, Resource }, spared),
    what: thing.what,
    techniques: [...new Set(of.filter(({ action }) => Action.includes(action)).map((one) => one.technique))],
  });
  const one = name.slice(0, -1);
  return [
    deny(
      `Keep${one}`,
      all.filter((action) => !restoring.has(action)),
      breakGlass,
    ),
    deny(
      `Keep${one}AsApproved`,
      all.filter((action) => restoring.has(action)),
      // By its exact ARN alone: without a service control policy, anybody may make a role of the guard's name.
      [...breakGlass, ...(options.guardRoleArn ? [options.guardRoleArn] : [])],
    ),
  ];
}

/** The accounts that own the trails: theirs are the log files' folders. */
export const ownersOf = ({ trailArns = [] }: DenyOptions): readonly string[] => [
  ...new Set(trailArns.map((arn) => arn.split(':')[4] ?? '')),
];
