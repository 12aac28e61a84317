import type { CallRequest } from '../../endpoint/operation.ts';
import { noteForRecord, type RecordedResource } from '../../endpoint/record-notes.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { s3Permissions } from '../iam/s3-permissions.ts';
import { authorizeOnBucket } from './authorize-on-bucket.ts';
import { arnOfBucket, type Bucket, findBucket } from './bucket.ts';
import { parseCopySource } from './copy-source.ts';
import { accessDenied } from './s3-error.ts';

/** Members of S3 requests that this guard reads. */
interface Input {
  readonly Bucket?: string;
  readonly ExpectedBucketOwner?: string;
  readonly CopySource?: string;
  readonly ExpectedSourceBucketOwner?: string;
}

/** Records name the bucket and the object whoever is refused, and by whatever policy. */
export function noteBuckets(request: CallRequest): void {
  const { service, operation, call, input } = request;
  if (service !== 's3' || operation === 'CreateBucket') return;
  const bucket = findBucket(call.world, (Object(input) as Input).Bucket ?? '');
  if (bucket) noteForRecord(call, { resources: recordedResources(request, bucket) });
}

/**
 * Refuses every call on a bucket that is not of the account the caller expects, or that the bucket's own policy does not
 * let him make. What the caller's policies say was asked before.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
 * @throws ServiceError `AccessDenied`, `MethodNotAllowed`
 */
export function guardBuckets(request: CallRequest): void {
  const { service, operation, call } = request;
  if (service !== 's3' || operation === 'CreateBucket') return;
  const { Bucket, ExpectedBucketOwner, CopySource, ExpectedSourceBucketOwner } = Object(
    request.input,
  ) as Input;
  const bucket = findBucket(call.world, Bucket ?? '');
  const source = findBucket(call.world, parseCopySource(CopySource ?? '').bucketName);
  checkOwner(bucket, ExpectedBucketOwner);
  checkOwner(source, ExpectedSourceBucketOwner);
  for (const permission of s3Permissions(request)) {
    const named = findBucket(call.world, bucketNameOf(permission.resource));
    if (named) authorizeOnBucket(named, permission, request);
  }
}

const bucketNameOf = (arn: string) => arn.split(':::')[1]?.split('/')[0] ?? '';

/** Records of what is done to objects list the object, or what the keys of many begin with, before the bucket. */
function recordedResources({ operation, input }: CallRequest, bucket: Bucket): readonly RecordedResource[] {
  const { accountId } = bucket;
  const ARN = arnOfBucket(bucket);
  const { Key, Prefix = '' } = Object(input) as { readonly Key?: string; readonly Prefix?: string };
  const ofBucket = { accountId, type: 'AWS::S3::Bucket', ARN };
  const type = 'AWS::S3::Object';
  if (Key !== undefined) return [{ type, ARN: `${ARN}/${Key}` }, ofBucket];
  if (!/^(DeleteObjects|ListObject)/.test(operation)) return [ofBucket];
  return [{ type, ARNPrefix: `${ARN}/${Prefix}` }, ofBucket];
}

function checkOwner(bucket: Bucket | undefined, expected: string | undefined): void {
  if (!bucket || expected === undefined || expected === bucket.accountId) return;
  if (/^\d{12}$/.test(expected)) throw accessDenied(undefined, bucket.region);
  throw new ServiceError(
    'InvalidBucketOwnerAWSAccountID',
    'The value of the expected bucket owner parameter must be an AWS account ID',
  );
}
