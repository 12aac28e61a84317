import type { World } from '../../endpoint/world.ts';
import { lookUpKey } from '../kms/find-key.ts';
import type { Key } from '../kms/key.ts';
import { organizationOf } from '../organizations/store.ts';
import { arnOfBucket, type Bucket, findBucket } from '../s3/bucket.ts';
import { isAllowed } from '../s3/resource-policy.ts';

/** What CloudTrail needs to know of a trail to write its log files. */
export interface LogDestination {
  readonly trailArn: string;
  /** Whose events the log files hold. */
  readonly accountId: string;
  /** Organization trails only. */
  readonly organizationId?: string | undefined;
  readonly bucketName: string;
  readonly keyPrefix?: string | undefined;
  /** ARN of the KMS key, if log files are encrypted with one. */
  readonly kmsKeyArn?: string | undefined;
}

const PRINCIPAL = { service: 'cloudtrail.amazonaws.com' };

/** Where a trail's log files go inside its bucket. */
export const logPrefixOf = ({ accountId, organizationId, keyPrefix }: LogDestination): string =>
  `${keyPrefix ? `${keyPrefix}/` : ''}AWSLogs/${organizationId ? `${organizationId}/` : ''}${accountId}/`;

/** Log files and digest files lie in folders of their own. */
export type LogFolder = 'CloudTrail' | 'CloudTrail-Digest';

/**
 * Whether a bucket's policy lets CloudTrail read its ACL and write log files, or digest files, into it.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export function canWriteTo(
  world: World,
  destination: LogDestination,
  folder: LogFolder = 'CloudTrail',
): boolean {
  const bucket = findBucket(world, destination.bucketName);
  const arn = `arn:${partitionOf(destination)}:s3:::${destination.bucketName}`;
  const context = serviceContext(world, destination);
  const policy = bucket?.settings.policy;
  return (
    isAllowed(policy, { principal: PRINCIPAL, action: 's3:GetBucketAcl', resource: arn, context }) &&
    isAllowed(policy, {
      principal: PRINCIPAL,
      action: 's3:PutObject',
      resource: `${arn}/${logPrefixOf(destination)}${folder}/file.json.gz`,
      context: new Map([...context, ...writingContext(destination)]),
    })
  );
}

/**
 * Whether a key's policy lets CloudTrail encrypt log files with it.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function canEncryptWith(world: World, keyArn: string, destination: LogDestination): boolean {
  const policy = lookUpKey(world, keyArn, { accountId: destination.accountId, region: '' })?.policy;
  const context = new Map([
    ...serviceContext(world, destination),
    ['kms:EncryptionContext:aws:cloudtrail:arn', destination.trailArn],
  ]);
  return ['kms:GenerateDataKey', 'kms:DescribeKey'].every((action) =>
    isAllowed(policy, { principal: PRINCIPAL, action, resource: keyArn, context }),
  );
}

/**
 * Whether a key's policy lets CloudTrail write into a bucket that encrypts with it. S3 asks the key in CloudTrail's name.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html
 */
export function canUseBucketKey(
  world: World,
  { policy, arn }: Key,
  bucket: Bucket,
  destination: LogDestination,
): boolean {
  const bucketArn = arnOfBucket(bucket);
  const object = `${bucketArn}/${logPrefixOf(destination)}CloudTrail/file.json.gz`;
  const usesBucketKey = bucket.settings.encryption?.Rules?.[0]?.BucketKeyEnabled === true;
  const context = new Map([
    ...serviceContext(world, destination),
    ['kms:EncryptionContext:aws:s3:arn', usesBucketKey ? bucketArn : object],
    ['kms:ViaService', `s3.${bucket.region}.amazonaws.com`],
  ]);
  return isAllowed(policy, { principal: PRINCIPAL, action: 'kms:GenerateDataKey', resource: arn, context });
}

/** The source is the trail and its owner, also for the events of an organization's other accounts. */
function serviceContext(world: World, { trailArn }: LogDestination): Map<string, string> {
  const owner = trailArn.split(':')[4] ?? '';
  const organization = organizationOf(world, owner);
  return new Map([
    ['aws:SourceArn', trailArn],
    ['aws:SourceAccount', owner],
    ...(organization ? [['aws:SourceOrgID', organization.id] as const] : []),
    ['aws:SecureTransport', 'true'],
    ['aws:PrincipalIsAWSService', 'true'],
    ['aws:PrincipalServiceName', PRINCIPAL.service],
  ]);
}

/** The headers that CloudTrail writes files with. */
const writingContext = ({ kmsKeyArn }: LogDestination): readonly (readonly [string, string])[] => [
  ['s3:x-amz-acl', 'bucket-owner-full-control'],
  ...(kmsKeyArn
    ? [
        ['s3:x-amz-server-side-encryption', 'aws:kms'] as const,
        ['s3:x-amz-server-side-encryption-aws-kms-key-id', kmsKeyArn] as const,
      ]
    : []),
];

const partitionOf = ({ trailArn }: LogDestination) => trailArn.split(':')[1];
