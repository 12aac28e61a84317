import { randomUUID } from 'node:crypto';
import type {
  GetBucketNotificationConfigurationRequest,
  NotificationConfiguration,
  PutBucketNotificationConfigurationRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { mayInvoke } from '../lambda/permission.ts';
import { mayPublish } from '../sns/policy.ts';
import { maySend } from '../sqs/permission.ts';
import { accessBucket } from './access-bucket.ts';
import { arnOfBucket, type Bucket } from './bucket.ts';
import { invalidArgument } from './s3-error.ts';

const SERVICE = 's3.amazonaws.com';

/** Takes the place of all that was configured. EventBridge is told of objects; queues, topics and functions are only kept. */
export const PutBucketNotificationConfiguration: Operation<
  PutBucketNotificationConfigurationRequest,
  void
> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  const wanted = input.NotificationConfiguration ?? {};
  if (!input.SkipDestinationValidation) checkDestinations(wanted, bucket, call.world);
  bucket.settings.notification = withIds(wanted);
};

export const GetBucketNotificationConfiguration: Operation<
  GetBucketNotificationConfigurationRequest,
  NotificationConfiguration
> = (input, call) => accessBucket(input.Bucket, call).settings.notification ?? {};

function withIds(wanted: NotificationConfiguration): NotificationConfiguration {
  const identified = <T extends { Id?: string | undefined }>(items: readonly T[] | undefined) =>
    items?.length ? items.map((item) => ({ ...item, Id: item.Id || randomUUID() })) : undefined;
  const { TopicConfigurations, QueueConfigurations, LambdaFunctionConfigurations } = wanted;
  return {
    TopicConfigurations: identified(TopicConfigurations),
    QueueConfigurations: identified(QueueConfigurations),
    LambdaFunctionConfigurations: identified(LambdaFunctionConfigurations),
    EventBridgeConfiguration: wanted.EventBridgeConfiguration,
  };
}

/** Each destination must be there and let S3 in for this bucket and its owner. */
function checkDestinations(wanted: NotificationConfiguration, bucket: Bucket, world: World): void {
  const { TopicConfigurations = [], QueueConfigurations = [], LambdaFunctionConfigurations = [] } = wanted;
  const sourceArn = arnOfBucket(bucket);
  const { accountId } = bucket;
  const isOpen = [
    ...TopicConfigurations.map(({ TopicArn = '' }) =>
      mayPublish(world, TopicArn, SERVICE, sourceArn, accountId),
    ),
    ...QueueConfigurations.map(({ QueueArn = '' }) =>
      maySend(world, QueueArn, SERVICE, sourceArn, accountId),
    ),
    ...LambdaFunctionConfigurations.map(({ LambdaFunctionArn = '' }) =>
      mayInvoke(world, LambdaFunctionArn, SERVICE, sourceArn, accountId),
    ),
  ];
  if (isOpen.every(Boolean)) return;
  throw invalidArgument('Unable to validate the following destination configurations');
}
