import type { DeleteDetectorRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { badRequest, detectorSlotOf, findDetector } from './detector.ts';

/** Takes findings, filters and members away for good. */
export const DeleteDetector: Operation<DeleteDetectorRequest, object> = (input, call) => {
  const { members } = findDetector(input.DetectorId, call);
  if ([...members.values()].some(({ status }) => status === 'Enabled')) {
    throw badRequest('The request is rejected because the detector has associated member accounts.');
  }
  detectorSlotOf(call).detector = undefined;
  return {};
};
