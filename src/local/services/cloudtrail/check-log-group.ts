import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import {
  type LogGroupObstacle,
  logGroupObstacle,
  logStreamOf,
  parseLogGroupArn,
} from './log-group-access.ts';
import type { TrailSettings } from './trail.ts';

type LogGroupSettings = Pick<Partial<TrailSettings>, 'CloudWatchLogsLogGroupArn' | 'CloudWatchLogsRoleArn'>;

/**
 * A log group and its role are of the account that gives them: so the trail of an organization has those of its owner or of the delegated
 * administrator. Whether either may change what else such a trail has while the log group is the other's is not documented; here it may.
 * @throws ServiceError `InvalidCloudWatchLogsLogGroupArnException`, `InvalidCloudWatchLogsRoleArnException`
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-delegated-administrator.html
 */
export function checkLogGroupIsCallers(given: LogGroupSettings, { accountId }: Call): void {
  const { CloudWatchLogsLogGroupArn: groupArn, CloudWatchLogsRoleArn: roleArn } = given;
  if (groupArn && parseLogGroupArn(groupArn)?.accountId !== accountId) throw unknownLogGroup();
  if (roleArn && roleArn.split(':')[4] !== accountId)
    throw invalidRole('CloudTrail cannot validate the specified role ARN.');
}

/** A log group and the role that writes to it come together or not at all. */
export function checkLogGroup(
  settings: LogGroupSettings,
  trailArn: string,
  { world, accountId, region }: Call,
): void {
  const { CloudWatchLogsLogGroupArn: groupArn, CloudWatchLogsRoleArn: roleArn } = settings;
  if (!groupArn && !roleArn) return;
  if (!groupArn) throw invalidLogGroup('You must specify a log group as well as a role ARN.');
  if (!roleArn) throw invalidRole('You must specify a role ARN as well as a log group.');
  const group = parseLogGroupArn(groupArn);
  if (group?.region !== region) throw unknownLogGroup();
  const stream = logStreamOf(accountId, region);
  const obstacle = logGroupObstacle(world, { groupArn, roleArn, trailArn, stream });
  if (obstacle) throw refusals[obstacle]();
}

const invalidLogGroup = (message: string) =>
  new ServiceError('InvalidCloudWatchLogsLogGroupArnException', message);
const unknownLogGroup = () => invalidLogGroup('CloudTrail cannot validate the specified log group ARN.');
const invalidRole = (message: string) => new ServiceError('InvalidCloudWatchLogsRoleArnException', message);

const refusals: Readonly<Record<LogGroupObstacle, () => ServiceError>> = {
  'no-log-group': () => invalidLogGroup('The specified log group does not exist.'),
  'role-not-assumable': () => invalidRole('Access denied. Check the trust relationships for your role.'),
  'role-not-allowed': () => invalidLogGroup('Access denied. Check the permissions for your role.'),
};
