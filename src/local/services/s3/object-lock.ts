import type {
  DefaultRetention,
  GetObjectLockConfigurationOutput,
  GetObjectLockConfigurationRequest,
  ObjectLockConfiguration,
  ObjectLockRetention,
  PutObjectLockConfigurationRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import { type Bucket, isVersioned } from './bucket.ts';
import { invalidBucketState, malformedXml } from './s3-error.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Turns Object Lock on, for good, or changes what new objects are retained for. It takes a bucket with versioning. */
export const PutObjectLockConfiguration: Operation<PutObjectLockConfigurationRequest, void> = (
  input,
  call,
) => {
  const bucket = accessBucket(input.Bucket, call);
  const { ObjectLockEnabled, Rule } = input.ObjectLockConfiguration ?? {};
  if (ObjectLockEnabled !== 'Enabled') throw malformedXml();
  if (Rule) checkRetention(Rule.DefaultRetention ?? {});
  if (!isVersioned(bucket)) {
    throw invalidBucketState(
      "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
    );
  }
  bucket.settings.objectLock = { ObjectLockEnabled, ...(Rule && { Rule }) };
};

export const GetObjectLockConfiguration: Operation<
  GetObjectLockConfigurationRequest,
  GetObjectLockConfigurationOutput
> = (input, call) => {
  const { objectLock } = accessBucket(input.Bucket, call).settings;
  if (objectLock) return { ObjectLockConfiguration: objectLock };
  throw new ServiceError(
    'ObjectLockConfigurationNotFoundError',
    'Object Lock configuration does not exist for this bucket',
    404,
  );
};

export const objectLockOfNewBucket = (): ObjectLockConfiguration => ({ ObjectLockEnabled: 'Enabled' });

/** What a new object of a bucket is retained for, if anything. */
export function defaultRetention({ settings }: Bucket, at: number): ObjectLockRetention | undefined {
  const { Mode, Days, Years = 0 } = settings.objectLock?.Rule?.DefaultRetention ?? {};
  if (!Mode) return undefined;
  const until = new Date(at + (Days ?? 0) * DAY_MS);
  until.setUTCFullYear(until.getUTCFullYear() + Years);
  return { Mode, RetainUntilDate: until };
}

function checkRetention({ Mode, Days, Years }: DefaultRetention): void {
  if (Mode !== 'GOVERNANCE' && Mode !== 'COMPLIANCE') throw malformedXml();
  const period = Days ?? Years;
  if (period === undefined || (Days !== undefined && Years !== undefined)) throw malformedXml();
  if (Number.isInteger(period) && period > 0) return;
  throw new ServiceError('InvalidArgument', 'Default retention period must be a positive integer value.');
}
