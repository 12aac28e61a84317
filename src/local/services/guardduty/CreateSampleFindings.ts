import type { CreateSampleFindingsRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { findDetector } from './detector.ts';
import { publishFinding } from './publish-finding.ts';
import { sampleFinding, sampleTypes } from './sample-finding.ts';

/** Makes samples of the finding types that speak of CloudTrail; of all of them when none is named. */
export const CreateSampleFindings: Operation<CreateSampleFindingsRequest, object> = (input, call) => {
  const detector = findDetector(input.DetectorId, call);
  const types = input.FindingTypes?.length ? input.FindingTypes : [...sampleTypes.keys()];
  const samples = types.map((type) => {
    const sample = sampleTypes.get(type);
    if (!sample) throw unsupported(`samples of the finding type ${type}`);
    return sampleFinding(type, sample, detector, call);
  });
  for (const finding of samples) publishFinding(call.world, detector, finding);
  return {};
};
