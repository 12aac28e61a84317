import type {
  GetBucketLoggingOutput,
  GetBucketLoggingRequest,
  PutBucketLoggingRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import { findBucket } from './bucket.ts';

/** Keeps the setting; no access log is written. */
export const PutBucketLogging: Operation<PutBucketLoggingRequest, void> = (input, call) => {
  const { settings, region } = accessBucket(input.Bucket, call);
  const logging = input.BucketLoggingStatus?.LoggingEnabled;
  const target = findBucket(call.world, logging?.TargetBucket ?? '');
  if (logging && (target?.region !== region || target.accountId !== call.accountId)) {
    throw new ServiceError(
      'InvalidTargetBucketForLogging',
      'The target bucket for logging does not exist, is not owned by you, or is in another Region',
    );
  }
  settings.logging = logging;
};

export const GetBucketLogging: Operation<GetBucketLoggingRequest, GetBucketLoggingOutput> = (
  input,
  call,
) => ({ LoggingEnabled: accessBucket(input.Bucket, call).settings.logging });
