import type { DeleteDetectorRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { detectorSlotOf, findDetector } from './detector.ts';

export const DeleteDetector: Operation<DeleteDetectorRequest, object> = (input, call) => {
  findDetector(input.DetectorId, call);
  detectorSlotOf(call).detector = undefined;
  return {};
};
