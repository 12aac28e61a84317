import type { DenyOptions } from './deny-options.ts';
import { type ExplainedDeny, guardRolesOf } from './deny-statements.ts';

/** Where a deny is attached. */
export type DenyKind = 'iam' | 'scp' | 'permissions-boundary';

/** What a person should know before attaching the deny, one sentence or two each. */
export const explainDeny = (
  kind: DenyKind,
  options: DenyOptions,
  denies: readonly Pick<ExplainedDeny, 'what'>[],
): readonly string[] => [
  `Denies what changes ${[...new Set(denies.map(({ what }) => what))].join('; ')}. StartLogging is denied to nobody.`,
  ...whatIsUncovered(options),
  ...whoIsSpared(options),
  ...NOTES[kind],
  'Changes that strengthen are denied, too: they need a break-glass role.',
];

/** The denies of these have to name them. */
const NAMED = [
  ['bucketArns', 'log bucket', '--bucket'],
  ['keyArns', 'key', '--key'],
  ['topicArns', 'topic', '--topic'],
  ['logGroupArns', 'log group', '--log-group'],
] as const;

function whatIsUncovered(options: DenyOptions): readonly string[] {
  const missing = NAMED.filter(([name]) => !options[name]?.length);
  if (missing.length === 0) return [];
  const list = missing.map(([, what, flag]) => `${what} (${flag})`).join(', ');
  return [`Not covered, since not named: ${list}.`];
}

function whoIsSpared(options: DenyOptions): readonly string[] {
  const { breakGlassRoleArns = [], operatorRoleArns = [] } = options;
  return [
    breakGlassRoleArns.length === 0
      ? 'No break-glass role is spared. To change a trail, someone has to detach this policy first.'
      : `Not bound: ${breakGlassRoleArns.join(', ')}. Whoever may assume such a role may stop trails; watch who does. Nobody who is bound may make, change or pass one: make it before.`,
    operatorRoleArns.length === 0
      ? 'Nobody may deploy, update or remove the guard, approve a baseline or open a window while this is attached (--operator).'
      : `May deploy and change the guard, and through it what it restores: ${operatorRoleArns.join(', ')}.`,
    `The guard’s role may put back, but neither stop nor delete: ${guardRolesOf(options).join(', ')}. Nobody who is bound may make or pass a role of that name; one that was there before is spared, so look for it first.`,
  ];
}

/**
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
const NOTES: Readonly<Record<DenyKind, readonly string[]>> = {
  scp: [
    "A service control policy does not bind the organization's management account, not even its root user: a trail that lives there needs the IAM form.",
    'It does not bind service-linked roles; CloudTrail uses one to keep organization trails in member accounts.',
    'It binds the root user of every member account. Detaching it takes rights in the management account, or in one to which policies were delegated.',
  ],
  iam: [
    'It is made for a managed policy: a user’s inline policies hold 2,048 characters in all.',
    'An IAM policy binds only the users, groups and roles it is attached to, never the root user.',
    'Whoever may detach it, or make a principal without it, is not held by it: a service control policy is the stronger form.',
  ],
  'permissions-boundary': [
    'A permissions boundary gives nobody a right: it lets through what other policies allow, but what it denies.',
    'It binds the users and roles that have it, never the root user. Whoever may take it off, or make a principal without it, is not held by it.',
  ],
};
