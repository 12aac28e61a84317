import { randomBytes } from 'node:crypto';
import type { CreateDetectorRequest, CreateDetectorResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { badRequest, detectorSlotOf } from './detector.ts';

/** Makes a detector that detects nothing by itself: only sample findings come from it. */
export const CreateDetector: Operation<CreateDetectorRequest, CreateDetectorResponse> = (input, call) => {
  refuseUnsupported(input, 'DataSources', 'Features');
  const slot = detectorSlotOf(call);
  if (slot.detector) {
    throw badRequest('The request is rejected because a detector already exists for the current account.');
  }
  slot.detector = {
    id: randomBytes(16).toString('hex'),
    createdAt: call.world.clock.now(),
    isEnabled: input.Enable ?? false,
    findingPublishingFrequency: input.FindingPublishingFrequency ?? 'SIX_HOURS',
    tags: input.Tags ?? {},
    findings: new Map(),
  };
  return { DetectorId: slot.detector.id };
};
