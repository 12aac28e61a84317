import { type DeniedTechnique, type DenyKind, type DenyOptions, deniedActions } from './deny-policy.ts';

/** What a person should know before attaching the deny, one sentence or two each. */
export const explainDeny = (
  kind: DenyKind,
  options: DenyOptions,
  techniques: readonly DeniedTechnique[],
): readonly string[] => [
  ...whatIsDenied(options, techniques),
  ...whoIsExempt(options, techniques),
  ...(kind === 'scp' ? SCP_NOTES : IAM_NOTES),
  'UpdateTrail and PutEventSelectors are denied also when they strengthen a trail: such a change needs a break-glass role.',
  'cloudtrail:DeregisterOrganizationDelegatedAdmin knows no resource, so it cannot be confined to trails and is not in this policy.',
  'It does not protect the bucket, the key and the log group a trail delivers to.',
];

function whatIsDenied({ trailArns }: DenyOptions, techniques: readonly DeniedTechnique[]): readonly string[] {
  const { toGuardToo, notToGuard } = deniedActions(techniques);
  const trails = trailArns?.length ? trailArns.join(', ') : 'every trail';
  return [
    `Denies ${[...toGuardToo, ...notToGuard].join(', ')} on ${trails}.`,
    'Each of these actions can be confined to trails; StartLogging is denied to nobody.',
  ];
}

function whoIsExempt(
  { breakGlassRoleArns = [], guardRoleArn }: DenyOptions,
  techniques: readonly DeniedTechnique[],
): readonly string[] {
  const breakGlass =
    breakGlassRoleArns.length === 0
      ? 'Nobody is exempt. To change a trail, someone has to detach this policy first.'
      : `Not bound: ${breakGlassRoleArns.join(', ')}. Whoever may assume such a role may stop trails; watch who does.`;
  if (!guardRoleArn) return [breakGlass];
  const { notToGuard } = deniedActions(techniques);
  const guard =
    notToGuard.length === 0
      ? `The guard's role ${guardRoleArn} needs no exemption: all it does is StartLogging.`
      : `The guard's role ${guardRoleArn} is exempt of ${notToGuard.join(', ')} alone.`;
  return [breakGlass, guard];
}

/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
const SCP_NOTES = [
  "A service control policy does not bind the organization's management account, not even its root user: a trail that lives there needs the IAM form.",
  'It does not bind service-linked roles; CloudTrail uses one to keep organization trails in member accounts.',
  'It binds the root user of every member account.',
];

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
const IAM_NOTES = [
  'An IAM policy binds only the users, groups and roles it is attached to, never the root user.',
  'Whoever may detach it, or make a principal without it, is not held by it: a service control policy is the stronger form.',
];
