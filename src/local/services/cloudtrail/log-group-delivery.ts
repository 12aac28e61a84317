import type { World } from '../../endpoint/world.ts';
import { writeLogLines } from '../logs/write.ts';
import { changeDeliveryStatus } from './delivery-status.ts';
import {
  type LogGroupObstacle,
  logGroupObstacle,
  logStreamOf,
  parseLogGroupArn,
} from './log-group-access.ts';
import { isOrganizationTrail } from './organization-trails.ts';
import type { CloudTrailRecord } from './record.ts';
import { fitsOnBus } from './record-limits.ts';
import type { Trail } from './trail.ts';

/** Writes records to the trail's log group, if it has one, and keeps how that went. */
export function deliverToLogGroup(
  world: World,
  trail: Trail,
  region: string,
  records: readonly CloudTrailRecord[],
): void {
  if (!trail.settings.CloudWatchLogsRoleArn || records.length === 0) return;
  const organizationId = isOrganizationTrail(world, trail) ? trail.organization?.id : undefined;
  const byAccount = Map.groupBy(records, ({ recipientAccountId }) => recipientAccountId);
  const obstacles = [...byAccount].map(([accountId, own]) =>
    writeStream(world, trail, logStreamOf(accountId, region, organizationId), own),
  );
  const obstacle = obstacles.find((found) => found !== undefined);
  changeDeliveryStatus(world, trail, region, {
    LatestCloudWatchLogsDeliveryError: obstacle && errors[obstacle],
    ...(!obstacle && { LatestCloudWatchLogsDeliveryTime: new Date(world.clock.now()) }),
  });
}

/** Each account and Region has a stream of its own. */
function writeStream(
  world: World,
  trail: Trail,
  stream: string,
  records: readonly CloudTrailRecord[],
): LogGroupObstacle | undefined {
  const { CloudWatchLogsLogGroupArn: groupArn = '', CloudWatchLogsRoleArn: roleArn = '' } = trail.settings;
  const group = parseLogGroupArn(groupArn);
  if (!group) return 'no-log-group';
  const obstacle = logGroupObstacle(world, { groupArn, roleArn, trailArn: trail.arn, stream });
  const lines = records.filter(fitsOnBus).map((record) => JSON.stringify(record));
  if (!obstacle) writeLogLines(world, group, stream, lines);
  return obstacle;
}

const errors: Readonly<Record<LogGroupObstacle, string>> = {
  'no-log-group': 'ResourceNotFoundException',
  'role-not-assumable': 'AccessDenied',
  'role-not-allowed': 'AccessDenied',
};
