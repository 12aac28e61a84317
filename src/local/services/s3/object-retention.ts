import type {
  GetObjectRetentionOutput,
  GetObjectRetentionRequest,
  ObjectLockRetention,
  PutObjectRetentionOutput,
  PutObjectRetentionRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import type { Bucket } from './bucket.ts';
import { findObject } from './find-object.ts';
import { accessDenied, invalidRequest, malformedXml } from './s3-error.ts';

/** Retains a version of an object longer, or, if it may be, shorter. */
export const PutObjectRetention: Operation<PutObjectRetentionRequest, PutObjectRetentionOutput> = (
  input,
  call,
) => {
  const bucket = accessBucket(input.Bucket, call);
  checkHasObjectLock(bucket);
  const { version } = findObject(bucket, input);
  const { Mode, RetainUntilDate } = input.Retention ?? {};
  if (!Mode || !RetainUntilDate) throw malformedXml();
  if (+RetainUntilDate <= call.world.clock.now()) {
    throw new ServiceError('InvalidArgument', 'The retain until date must be in the future!');
  }
  const mayShorten = mayBypass(version.retention, input.BypassGovernanceRetention);
  if (!mayShorten && isWeaker({ Mode, RetainUntilDate }, version.retention)) throw accessDenied();
  version.retention = { Mode, RetainUntilDate };
  return {};
};

export const GetObjectRetention: Operation<GetObjectRetentionRequest, GetObjectRetentionOutput> = (
  input,
  call,
) => {
  const bucket = accessBucket(input.Bucket, call);
  checkHasObjectLock(bucket);
  const { retention } = findObject(bucket, input).version;
  if (retention) return { Retention: retention };
  throw new ServiceError(
    'NoSuchObjectLockConfiguration',
    'The specified object does not have a ObjectLock configuration',
    404,
  );
};

/** @throws ServiceError `AccessDenied` while a version is retained */
export function checkNotRetained(
  retention: ObjectLockRetention | undefined,
  at: number,
  bypassGovernance: boolean | undefined,
): void {
  if (!retention || Number(retention.RetainUntilDate) <= at) return;
  if (mayBypass(retention, bypassGovernance)) return;
  throw accessDenied('Access Denied because object protected by object lock.');
}

/** Whether the caller may say so is asked under `s3:BypassGovernanceRetention`. */
const mayBypass = (retention: ObjectLockRetention | undefined, bypassGovernance: boolean | undefined) =>
  retention?.Mode === 'GOVERNANCE' && bypassGovernance === true;

const isWeaker = (wanted: ObjectLockRetention, present: ObjectLockRetention | undefined): boolean =>
  present !== undefined &&
  (Number(wanted.RetainUntilDate) < Number(present.RetainUntilDate) ||
    (present.Mode === 'COMPLIANCE' && wanted.Mode !== 'COMPLIANCE'));

function checkHasObjectLock({ settings }: Bucket): void {
  if (!settings.objectLock) throw invalidRequest('Bucket is missing Object Lock Configuration');
}
