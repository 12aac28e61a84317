import { actionsOf } from '../domain/restoring-call.ts';
import type { Technique } from '../domain/technique.ts';
import { type PolicyDocument, type Statement, sortedActions } from './statement.ts';

/** Where the deny is attached: to a user, group or role, or to an account, unit or root of an organization. */
export type DenyKind = 'iam' | 'scp';

export interface DenyOptions {
  /** The trails it covers. Left out: every trail of every account it is attached to. */
  readonly trailArns?: readonly string[];
  /** Roles it does not bind, each by its exact ARN. */
  readonly breakGlassRoleArns?: readonly string[];
  /** The guard's own role: it may do what restores a trail, and nothing else of what is denied. */
  readonly guardRoleArn?: string;
  /** @default 'aws' */
  readonly partition?: string;
}

const CLOUDTRAIL = 'cloudtrail.amazonaws.com';

/** What the deny needs to know of a technique. */
export type DeniedTechnique = Pick<Technique, 'subject' | 'calls' | 'restore'>;

/**
 * The actions that stop, delete or weaken a trail. What the guard needs to restore is apart: only of that is it exempt,
 * so that a stolen guard cannot stop or delete what it guards.
 */
export function deniedActions(techniques: readonly DeniedTechnique[]) {
  const ofTrails = techniques.filter(({ subject }) => subject === 'trail');
  const calls = ofTrails
    .flatMap((technique) => technique.calls)
    .filter(({ eventSource }) => eventSource === CLOUDTRAIL);
  // CloudTrail's actions bear the names of its calls. One more trail weakens none of those there are.
  const names = calls.flatMap(({ eventNames }) => eventNames).filter((name) => name !== 'CreateTrail');
  const all = sortedActions(names.map((name) => `cloudtrail:${name}`));
  const restoring = new Set(techniques.flatMap(({ restore }) => restore).flatMap(actionsOf));
  return {
    toGuardToo: all.filter((action) => !restoring.has(action)),
    notToGuard: all.filter((action) => restoring.has(action)),
  };
}

/** The deny as a policy document. */
export function denyDocument(options: DenyOptions, techniques: readonly DeniedTechnique[]): PolicyDocument {
  const { toGuardToo, notToGuard } = deniedActions(techniques);
  const breakGlass = options.breakGlassRoleArns ?? [];
  const exceptGuard = options.guardRoleArn ? [...breakGlass, options.guardRoleArn] : breakGlass;
  const Resource = options.trailArns?.length
    ? [...options.trailArns]
    : [`arn:${options.partition ?? 'aws'}:cloudtrail:*:*:trail/*`];

  const deny = (Sid: string, Action: readonly string[], exempt: readonly string[]): readonly Statement[] =>
    Action.length === 0 ? [] : [{ Sid, Effect: 'Deny', Action, Resource, ...exceptRoles(exempt) }];

  return {
    Version: '2012-10-17',
    Statement: [
      ...deny('KeepTrailsLogging', toGuardToo, breakGlass),
      ...deny('KeepTrailsAsApproved', notToGuard, exceptGuard),
    ],
  };
}

/**
 * `StringNotEquals`, not `ArnNotLike`: the roles are exact, and here `*` and `?` are ordinary characters, so nothing that
 * slips into a list can exempt more than one role. Of an assumed role, `aws:PrincipalArn` is the role's own ARN, path
 * included; the session's name, which its user chooses, is not in it. A request without the key is denied.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const exceptRoles = (roleArns: readonly string[]): Pick<Statement, 'Condition'> =>
  roleArns.length === 0 ? {} : { Condition: { StringNotEquals: { 'aws:PrincipalArn': roleArns } } };
