import type { DeletePublishingDestinationRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector, known } from './detector.ts';

export const DeletePublishingDestination: Operation<DeletePublishingDestinationRequest, object> = (
  { DetectorId, DestinationId = '' },
  call,
) => {
  const { destinations } = findDetector(DetectorId, call);
  known(destinations.get(DestinationId), 'destinationId');
  destinations.delete(DestinationId);
  return {};
};
