import type {
  ListPublishingDestinationsRequest,
  ListPublishingDestinationsResponse,
} from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector } from './detector.ts';
import { listPage } from './list-page.ts';

export const ListPublishingDestinations: Operation<
  ListPublishingDestinationsRequest,
  ListPublishingDestinationsResponse
> = (input, call) => {
  const { items, nextToken } = listPage([...findDetector(input.DetectorId, call).destinations.keys()], input);
  return {
    Destinations: items.map((DestinationId) => ({
      DestinationId,
      DestinationType: 'S3',
      Status: 'PUBLISHING',
    })),
    NextToken: nextToken,
  };
};
