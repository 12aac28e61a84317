import type { World } from '../../endpoint/world.ts';
import { writeLogLines } from '../logs/write.ts';
import { changeDeliveryStatus } from './delivery-status.ts';
import { logGroupObstacle, logStreamOf, parseLogGroupArn } from './log-group-access.ts';
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
  const { CloudWatchLogsLogGroupArn: groupArn, CloudWatchLogsRoleArn: roleArn } = trail.settings;
  const group = parseLogGroupArn(groupArn ?? '');
  if (!groupArn || !group || !roleArn || records.length === 0) return;
  const stream = logStreamOf(trail.accountId, region);
  const obstacle = logGroupObstacle(world, { groupArn, roleArn, trailArn: trail.arn, stream });
  const lines = records.filter(fitsOnBus).map((record) => JSON.stringify(record));
  if (!obstacle) writeLogLines(world, group, stream, lines);
  const error = obstacle === 'no-log-group' ? 'ResourceNotFoundException' : 'AccessDenied';
  changeDeliveryStatus(world, trail, region, {
    LatestCloudWatchLogsDeliveryError: obstacle && error,
    ...(!obstacle && { LatestCloudWatchLogsDeliveryTime: new Date(world.clock.now()) }),
  });
}
