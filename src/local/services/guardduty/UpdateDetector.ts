import type { UpdateDetectorRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { findDetector } from './detector.ts';
import { setFeatures } from './features.ts';

/** What is not given stays. */
export const UpdateDetector: Operation<UpdateDetectorRequest, object> = (input, call) => {
  refuseUnsupported(input, 'DataSources');
  const detector = findDetector(input.DetectorId, call);
  setFeatures(detector, input.Features);
  detector.isEnabled = input.Enable ?? detector.isEnabled;
  detector.findingPublishingFrequency =
    input.FindingPublishingFrequency ?? detector.findingPublishingFrequency;
  detector.updatedAt = call.world.clock.now();
  return {};
};
