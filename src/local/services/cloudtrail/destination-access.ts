import type { World } from '../../endpoint/world.ts';
import { lookUpKey } from '../kms/find-key.ts';
import { findBucket } from '../s3/bucket.ts';
import { isAllowed } from '../s3/resource-policy.ts';

/** What CloudTrail needs to know of a trail to write its log files. */
export interface LogDestination {
  readonly trailArn: string;
  readonly accountId: string;
  readonly bucketName: string;
  readonly keyPrefix?: string | undefined;
  /** ARN of the KMS key, if log files are encrypted with one. */
  readonly kmsKeyArn?: string | undefined;
}

const PRINCIPAL = { service: 'cloudtrail.amazonaws.com' };

/** Where a trail's log files go inside its bucket. */
export const logPrefixOf = ({ accountId, keyPrefix }: LogDestination): string =>
  `${keyPrefix ? `${keyPrefix}/` : ''}AWSLogs/${accountId}/`;

/**
 * Whether a bucket's policy lets CloudTrail read its ACL and write log files into it.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export function canWriteTo(world: World, destination: LogDestination): boolean {
  const bucket = findBucket(world, destination.bucketName);
  const arn = `arn:${partitionOf(destination)}:s3:::${destination.bucketName}`;
  const context = serviceContext(destination);
  const policy = bucket?.settings.policy;
  return (
    isAllowed(policy, { principal: PRINCIPAL, action: 's3:GetBucketAcl', resource: arn, context }) &&
    isAllowed(policy, {
      principal: PRINCIPAL,
      action: 's3:PutObject',
      resource: `${arn}/${logPrefixOf(destination)}CloudTrail/file.json.gz`,
      context: new Map([...context, ['s3:x-amz-acl', 'bucket-owner-full-control']]),
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
    ...serviceContext(destination),
    ['kms:EncryptionContext:aws:cloudtrail:arn', destination.trailArn],
  ]);
  return ['kms:GenerateDataKey', 'kms:DescribeKey'].every((action) =>
    isAllowed(policy, { principal: PRINCIPAL, action, resource: keyArn, context }),
  );
}

const serviceContext = ({ trailArn, accountId }: LogDestination) =>
  new Map([
    ['aws:SourceArn', trailArn],
    ['aws:SourceAccount', accountId],
    ['aws:SecureTransport', 'true'],
    ['aws:PrincipalIsAWSService', 'true'],
    ['aws:PrincipalServiceName', PRINCIPAL.service],
  ]);

const partitionOf = ({ trailArn }: LogDestination) => trailArn.split(':')[1];
