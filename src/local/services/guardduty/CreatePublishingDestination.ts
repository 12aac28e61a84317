import { randomBytes } from 'node:crypto';
import type {
  CreatePublishingDestinationRequest,
  CreatePublishingDestinationResponse,
} from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findBucket } from '../s3/bucket.ts';
import { badRequest, findDetector } from './detector.ts';

/** Keeps where findings would be exported to; nothing is exported here. */
export const CreatePublishingDestination: Operation<
  CreatePublishingDestinationRequest,
  CreatePublishingDestinationResponse
> = (input, call) => {
  const { destinations } = findDetector(input.DetectorId, call);
  const { DestinationProperties: properties = {} } = input;
  const [bucket = ''] = (properties.DestinationArn ?? '').replace(/^arn:[^:]+:s3:::/, '').split('/');
  if (!findBucket(call.world, bucket) || !properties.KmsKeyArn) {
    throw badRequest('The request failed because the destination resource or its key does not exist.');
  }
  if (destinations.size > 0) {
    throw badRequest('The request is rejected because a publishing destination already exists.');
  }
  const id = randomBytes(16).toString('hex');
  destinations.set(id, properties);
  return { DestinationId: id };
};
