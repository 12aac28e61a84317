import type { World } from '../../endpoint/world.ts';
import { mayPublish } from '../sns/policy.ts';
import { publish } from '../sns/publish.ts';
import { topicExists } from '../sns/topics.ts';
import { changeDeliveryStatus } from './delivery-status.ts';
import type { Trail } from './trail.ts';

/**
 * Tells the trail's topic, if it has one, of a new log file, and keeps how that went.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html
 */
export function notifyOfDelivery(world: World, trail: Trail, region: string, key: string): void {
  const { SnsTopicARN: topicArn, S3BucketName } = trail.settings;
  if (!topicArn) return;
  const mayNotify = mayPublish(world, topicArn, 'cloudtrail.amazonaws.com', trail.arn);
  const now = new Date(world.clock.now());
  if (mayNotify)
    publish(world, topicArn, { Message: JSON.stringify({ s3Bucket: S3BucketName, s3ObjectKey: [key] }) });
  changeDeliveryStatus(world, trail, region, {
    notificationTriedAt: now,
    LatestNotificationError: mayNotify ? undefined : notificationError(world, topicArn),
    ...(mayNotify && { LatestNotificationTime: now }),
  });
}

/** SNS's error code for a topic that cannot be published to. */
const notificationError = (world: World, topicArn: string) =>
  topicExists(world, topicArn) ? 'AuthorizationError' : 'NotFound';
