import type { GetDetectorRequest, GetDetectorResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector } from './detector.ts';
import { describedFeatures } from './features.ts';

export const GetDetector: Operation<GetDetectorRequest, GetDetectorResponse> = (input, call) => {
  const detector = findDetector(input.DetectorId, call);
  return {
    Status: detector.isEnabled ? 'ENABLED' : 'DISABLED',
    CreatedAt: new Date(detector.createdAt).toISOString(),
    UpdatedAt: new Date(detector.updatedAt).toISOString(),
    FindingPublishingFrequency: detector.findingPublishingFrequency,
    ServiceRole: `arn:${call.partition}:iam::${call.accountId}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty`,
    Tags: { ...detector.tags },
    Features: describedFeatures(detector),
  };
};
