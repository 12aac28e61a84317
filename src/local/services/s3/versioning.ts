import type {
  GetBucketVersioningOutput,
  GetBucketVersioningRequest,
  PutBucketVersioningRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { accessBucket } from './access-bucket.ts';
import type { BucketSettings } from './bucket.ts';
import { invalidBucketState } from './s3-error.ts';

export const PutBucketVersioning: Operation<PutBucketVersioningRequest, void> = (input, call) => {
  const { settings } = accessBucket(input.Bucket, call);
  const { Status, MFADelete } = input.VersioningConfiguration ?? {};
  if (MFADelete === 'Enabled' || input.MFA) throw unsupported('MFA delete');
  if (Status !== 'Enabled' && Status !== 'Suspended') {
    throw new ServiceError(
      'IllegalVersioningConfigurationException',
      'The Versioning element must be specified',
    );
  }
  if (Status === 'Suspended') checkMayBeSuspended(settings);
  settings.versioning = { Status };
};

export const GetBucketVersioning: Operation<GetBucketVersioningRequest, GetBucketVersioningOutput> = (
  input,
  call,
) => ({ Status: accessBucket(input.Bucket, call).settings.versioning?.Status });

/** Object Lock and replication need versions. */
function checkMayBeSuspended({ objectLock, replication }: BucketSettings): void {
  const present = objectLock ? 'An Object Lock configuration' : replication && 'A replication configuration';
  if (!present) return;
  throw invalidBucketState(
    `${present} is present on this bucket, so the versioning state cannot be changed.`,
  );
}
