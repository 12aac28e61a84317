import type { DeliveryChannel, PutDeliveryChannelRequest } from '@aws-sdk/client-config-service';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findBucket } from '../s3/bucket.ts';
import { topicExists } from '../sns/topics.ts';
import { configOfCall } from './store.ts';

/** Nothing is ever delivered here; where it would go must be there. */
export const PutDeliveryChannel: Operation<PutDeliveryChannelRequest, object> = (input, call) => {
  const channel = { name: 'default', ...input.DeliveryChannel };
  const state = configOfCall(call);
  if (!state.recorder) {
    throw new ServiceError(
      'NoAvailableConfigurationRecorderException',
      'Configuration recorder is not available to put delivery channel.',
    );
  }
  if (state.channel && state.channel.name !== channel.name) {
    throw new ServiceError(
      'MaxNumberOfDeliveryChannelsExceededException',
      `Failed to put delivery channel '${channel.name}' because the maximum number of delivery channels: 1 is reached.`,
    );
  }
  checkDestinations(channel, call);
  state.channel = channel;
  return {};
};

function checkDestinations({ s3BucketName = '', snsTopicARN }: DeliveryChannel, { world }: Call): void {
  if (!findBucket(world, s3BucketName)) {
    throw new ServiceError(
      'NoSuchBucketException',
      `Cannot find a S3 bucket with an empty or unknown name: '${s3BucketName}'.`,
    );
  }
  if (snsTopicARN && !topicExists(world, snsTopicARN)) {
    throw new ServiceError('InvalidSNSTopicARNException', `The SNS topic '${snsTopicARN}' is not valid.`);
  }
}
