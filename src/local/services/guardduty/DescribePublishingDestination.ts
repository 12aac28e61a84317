import type {
  DescribePublishingDestinationRequest,
  DescribePublishingDestinationResponse,
} from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector, known } from './detector.ts';

export const DescribePublishingDestination: Operation<
  DescribePublishingDestinationRequest,
  DescribePublishingDestinationResponse
> = ({ DetectorId, DestinationId = '' }, call) => ({
  DestinationId,
  DestinationType: 'S3',
  Status: 'PUBLISHING',
  PublishingFailureStartTimestamp: 0,
  DestinationProperties: known(
    findDetector(DetectorId, call).destinations.get(DestinationId),
    'destinationId',
  ),
});
