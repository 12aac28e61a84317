import type { Act, Attack } from './attack.ts';
import { policy, trust } from './policies.ts';
import { arnOfPolicy } from './scene.ts';
import { WRITE_TO_LOGS } from './whole-log-group.ts';
import { WHOLE } from './whole-names.ts';

/** IAM records in us-east-1 alone; its roles are put back by people, with the plan they are told. */
const role = (attack: Pick<Attack, 'id' | 'name' | 'title' | 'act'> & Partial<Attack>): Attack => ({
  ends: 'told',
  seenBy: 'both',
  needs: 'global',
  ...attack,
});

const LESS = policy({ Effect: 'Allow', Action: 'logs:DescribeLogGroups', Resource: '*' });

const swapVersion =
  (PolicyDocument: string): Act =>
  ({ iam }) =>
    iam('CreatePolicyVersion', { PolicyArn: arnOfPolicy(WHOLE.policy), PolicyDocument, SetAsDefault: true });

/** Over 100 KB CloudTrail leaves the request out of its record; IAM counts no white space. */
const PADDED = LESS.padEnd(110_000, ' ');

/** Group H of the catalogue: IAM. */
export const ROLE_ATTACKS: readonly Attack[] = [
  role({
    id: 'CT-66',
    name: 'logs-role-broken',
    title: 'Let CloudTrail no longer take its role for the log group',
    act: ({ iam, role: RoleName }) =>
      iam('UpdateAssumeRolePolicy', { RoleName, PolicyDocument: trust('ec2.amazonaws.com') }),
    undo: ({ iam, role: RoleName }) =>
      iam('UpdateAssumeRolePolicy', { RoleName, PolicyDocument: trust('cloudtrail.amazonaws.com') }),
    twin: {
      title: 'Describe the role anew',
      act: ({ iam, role: RoleName }) =>
        iam('UpdateRole', { RoleName, Description: 'writes to the log group' }),
    },
  }),
  role({
    id: 'CT-67',
    name: 'policy-version-swapped',
    title: 'Swap the version of the role’s policy',
    act: swapVersion(LESS),
    undo: ({ iam }) =>
      iam('SetDefaultPolicyVersion', { PolicyArn: arnOfPolicy(WHOLE.policy), VersionId: 'v1' }),
    twin: { title: 'Write the same policy anew', act: swapVersion(WRITE_TO_LOGS) },
  }),
  role({
    id: 'CT-68',
    name: 'service-role-deleted',
    title: 'Delete CloudTrail’s service-linked role',
    seenBy: 'event',
    before: ({ iam }) => iam('CreateServiceLinkedRole', { AWSServiceName: 'cloudtrail.amazonaws.com' }),
    act: ({ iam }) => iam('DeleteServiceLinkedRole', { RoleName: 'AWSServiceRoleForCloudTrail' }),
  }),
  role({
    id: 'CT-69',
    name: 'guard-role-weakened',
    title: 'Deny the guard’s own role to restart trails',
    seenBy: 'event',
    act: async ({ iam, guardPart }) =>
      iam('PutRolePolicy', {
        RoleName: await guardPart('FunctionRole'),
        PolicyName: 'extra',
        PolicyDocument: policy({ Effect: 'Deny', Action: 'cloudtrail:StartLogging', Resource: '*' }),
      }),
    undo: async ({ iam, guardPart }) =>
      iam('DeleteRolePolicy', { RoleName: await guardPart('FunctionRole'), PolicyName: 'extra' }),
  }),
  role({
    id: 'CT-70',
    name: 'request-padded',
    title: 'Hide a policy behind 100 KB of white space',
    seenBy: 'event',
    act: ({ iam, role: RoleName }) =>
      iam('PutRolePolicy', { RoleName, PolicyName: 'padded', PolicyDocument: PADDED }),
    undo: ({ iam, role: RoleName }) => iam('DeleteRolePolicy', { RoleName, PolicyName: 'padded' }),
  }),
];
