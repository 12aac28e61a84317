import { randomBytes } from 'node:crypto';
import type { CreateDetectorRequest, CreateDetectorResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { badRequest, type Detector, detectorSlotOf } from './detector.ts';
import { setFeatures } from './features.ts';

/** Makes a detector, whose findings are samples and those of trails that are turned off. */
export const CreateDetector: Operation<CreateDetectorRequest, CreateDetectorResponse> = (input, call) => {
  refuseUnsupported(input, 'DataSources');
  const slot = detectorSlotOf(call);
  if (slot.detector) {
    throw badRequest('The request is rejected because a detector already exists for the current account.');
  }
  const detector = newDetector(input, call.world.clock.now());
  setFeatures(detector, input.Features);
  slot.detector = detector;
  return { DetectorId: detector.id };
};

const newDetector = (input: CreateDetectorRequest, now: number): Detector => ({
  id: randomBytes(16).toString('hex'),
  createdAt: now,
  updatedAt: now,
  isEnabled: input.Enable ?? false,
  findingPublishingFrequency: input.FindingPublishingFrequency ?? 'SIX_HOURS',
  tags: input.Tags ?? {},
  features: new Map(),
  findings: new Map(),
  filters: new Map(),
  ipSets: new Map(),
  destinations: new Map(),
  members: new Map(),
  administratorId: undefined,
  organization: { autoEnable: 'NONE' },
});
