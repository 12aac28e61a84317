import { parseArn } from '../arn.ts';
import type { Drift } from '../drift.ts';
import type { PolicyDocument, RoleSettings } from '../parts.ts';
import type { ComparedTrail } from './compared-trail.ts';
import { lostRequests } from './policy/lost-requests.ts';
import { findChanges } from './policy/policy-changes.ts';
import { CLOUDTRAIL } from './policy/policy-observation.ts';
import type { PolicyRequest } from './policy/request.ts';
import { readStatements, type Statement } from './policy/statement.ts';

/** Whether CloudTrail's role may still write to the log group. What else it may is told, and is no loss of logs. */
export function compareRolePolicies(
  expected: RoleSettings,
  actual: RoleSettings,
  trail: ComparedTrail,
): readonly Drift[] {
  const [wanted, found] = [statementsOf(expected), statementsOf(actual)];
  const changes = findChanges(wanted, found);
  if (Object.values(changes).every((pieces) => pieces.length === 0)) return [];
  const lost = lostRequests(writeRequests(trail), { expected: wanted, actual: found, changes });
  return [
    {
      path: 'role.Policies',
      expected: policiesOf(expected),
      actual: policiesOf(actual),
      class: lost.length > 0 ? 'weaker' : 'different',
      evidence:
        lost.map(({ action }) => `CloudTrail may no longer ${action} with this role`).join('; ') ||
        'the role may do other things than approved, and still write to the log group',
    },
  ];
}

const policiesOf = ({ InlinePolicies, AttachedPolicies }: RoleSettings) => ({
  InlinePolicies,
  AttachedPolicies,
});

/** All policies of a role together decide. */
const statementsOf = ({ InlinePolicies, AttachedPolicies }: RoleSettings): readonly Statement[] =>
  [
    ...Object.values(InlinePolicies),
    ...Object.values(AttachedPolicies).map(({ Document }): PolicyDocument => Document),
  ].flatMap((document) => readStatements(document));

/**
 * Streams are named after the account, or the organization.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
function writeRequests({ settings, accountId, organizationId }: ComparedTrail): readonly PolicyRequest[] {
  const group = settings.CloudWatchLogsLogGroupArn?.replace(/:\*$/, '');
  if (!group) return [];
  const streams = [
    `${accountId}_CloudTrail_${parseArn(group)?.region}*`,
    ...(settings.IsOrganizationTrail && organizationId ? [`${organizationId}_*`] : []),
  ];
  return streams.flatMap((stream) =>
    ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => ({
      principal: CLOUDTRAIL,
      action,
      resource: `${group}:log-stream:${stream}`,
      // The role is asked, not the service: nothing is known of its session.
      context: {},
    })),
  );
}
