import { asJsonObject } from '../json.ts';
import type { TrailSettings } from '../parts.ts';
import { flagOf, textOf, textOrNull } from './fields.ts';

/**
 * A trail as GetTrail, DescribeTrails, CreateTrail or UpdateTrail answers it. Where AWS leaves a field out, it is what
 * CreateTrail makes it by default; `RecursiveLogging` stays out, since an older SDK drops it.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html
 */
export function canonicalTrail(answer: unknown): TrailSettings {
  const trail = asJsonObject(answer);
  const { RecursiveLogging } = trail;
  return {
    S3BucketName: textOf(trail.S3BucketName),
    S3KeyPrefix: textOrNull(trail.S3KeyPrefix),
    SnsTopicARN: textOrNull(trail.SnsTopicARN) ?? arnOrNull(trail.SnsTopicName),
    IncludeGlobalServiceEvents: flagOf(trail.IncludeGlobalServiceEvents, true),
    IsMultiRegionTrail: flagOf(trail.IsMultiRegionTrail, false),
    IsOrganizationTrail: flagOf(trail.IsOrganizationTrail, false),
    LogFileValidationEnabled: flagOf(trail.LogFileValidationEnabled, false),
    CloudWatchLogsLogGroupArn: textOrNull(trail.CloudWatchLogsLogGroupArn),
    CloudWatchLogsRoleArn: textOrNull(trail.CloudWatchLogsRoleArn),
    KmsKeyId: textOrNull(trail.KmsKeyId),
    ...(typeof RecursiveLogging === 'boolean' && { RecursiveLogging }),
  };
}

/** `SnsTopicName` is deprecated, and old records hold the ARN in it alone. */
const arnOrNull = (value: unknown): string | null =>
  textOf(value).startsWith('arn:') ? textOf(value) : null;
