import type { CreateTrailRequest } from '@aws-sdk/client-cloudtrail';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { lookUpKey } from '../kms/find-key.ts';
import type { TrailSettings } from './trail.ts';

/** What CreateTrail and UpdateTrail have in common. */
export type GivenSettings = Omit<
  CreateTrailRequest,
  'IsOrganizationTrail' | 'Name' | 'S3BucketName' | 'TagsList'
> & {
  readonly S3BucketName?: string | undefined;
};

const BEFORE_ANY: TrailSettings = {
  S3BucketName: '',
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: false,
  LogFileValidationEnabled: false,
  RecursiveLogging: true,
};

/**
 * The settings after a call: what is not given stays, an empty text takes the setting away.
 * @throws ServiceError for what cannot be, alone or together
 */
export function settingsAfter(
  given: GivenSettings,
  call: Call,
  before: TrailSettings = BEFORE_ANY,
): TrailSettings {
  const settings: TrailSettings = {
    S3BucketName: given.S3BucketName ?? before.S3BucketName,
    S3KeyPrefix: textAfter(given.S3KeyPrefix, before.S3KeyPrefix),
    ...topicAfter(given.SnsTopicName, before, call),
    IncludeGlobalServiceEvents: given.IncludeGlobalServiceEvents ?? before.IncludeGlobalServiceEvents,
    IsMultiRegionTrail: given.IsMultiRegionTrail ?? before.IsMultiRegionTrail,
    LogFileValidationEnabled: given.EnableLogFileValidation ?? before.LogFileValidationEnabled,
    CloudWatchLogsLogGroupArn: textAfter(given.CloudWatchLogsLogGroupArn, before.CloudWatchLogsLogGroupArn),
    CloudWatchLogsRoleArn: textAfter(given.CloudWatchLogsRoleArn, before.CloudWatchLogsRoleArn),
    KmsKeyId: keyAfter(given.KmsKeyId, before.KmsKeyId, call),
    RecursiveLogging: given.RecursiveLogging ?? before.RecursiveLogging,
  };
  if (settings.IsMultiRegionTrail && !settings.IncludeGlobalServiceEvents) {
    throw new ServiceError(
      'InvalidParameterCombinationException',
      'Multi-Region trail must include global service events.',
    );
  }
  return settings;
}

const textAfter = (given: string | undefined, before: string | undefined) =>
  given === undefined ? before : given || undefined;

function topicAfter(
  given: string | undefined,
  before: TrailSettings,
  { partition, region, accountId }: Call,
) {
  const { SnsTopicName, SnsTopicARN } = before;
  if (given === undefined) return { SnsTopicName, SnsTopicARN };
  if (given === '') return {};
  const arn = given.startsWith('arn:') ? given : `arn:${partition}:sns:${region}:${accountId}:${given}`;
  if (!/^arn:[^:]+:sns:[^:]+:\d{12}:[A-Za-z0-9_-]{1,256}(\.fifo)?$/.test(arn)) {
    throw new ServiceError('InvalidSnsTopicNameException', `SNS topic name ${given} is not valid.`);
  }
  return { SnsTopicName: given, SnsTopicARN: arn };
}

/** A key may be given in four forms; a trail keeps its ARN. */
function keyAfter(given: string | undefined, before: string | undefined, call: Call): string | undefined {
  if (!given) return textAfter(given, before);
  const key = lookUpKey(call.world, given, call);
  if (key) return key.arn;
  if (/^(arn:[^:]+:kms:|alias\/|[0-9a-f-]{36}$)/.test(given)) {
    throw new ServiceError('KmsKeyNotFoundException', `KMS key ${given} does not exist.`);
  }
  throw new ServiceError('InvalidKmsKeyIdException', `KMS key ${given} is not valid.`);
}
