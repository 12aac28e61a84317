import type { GetDetectorRequest, GetDetectorResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector } from './detector.ts';

export const GetDetector: Operation<GetDetectorRequest, GetDetectorResponse> = (input, call) => {
  const detector = findDetector(input.DetectorId, call);
  const createdAt = new Date(detector.createdAt).toISOString();
  return {
    Status: detector.isEnabled ? 'ENABLED' : 'DISABLED',
    CreatedAt: createdAt,
    UpdatedAt: createdAt,
    FindingPublishingFrequency: detector.findingPublishingFrequency,
    ServiceRole: `arn:${call.partition}:iam::${call.accountId}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty`,
    Tags: { ...detector.tags },
  };
};
