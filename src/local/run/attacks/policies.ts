import { ACCOUNT_ID } from '../start.ts';
import type { Fields } from './connect.ts';

/** A policy document as text. */
export const policy = (...Statement: readonly Fields[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });

export const allow = (Principal: Fields | string, Action: string | readonly string[], more: Fields = {}) => ({
  Effect: 'Allow',
  Principal,
  Action,
  ...more,
});

export const deny = (Principal: Fields | string, Action: string | readonly string[], more: Fields = {}) => ({
  ...allow(Principal, Action, more),
  Effect: 'Deny',
});

export const CLOUDTRAIL = { Service: 'cloudtrail.amazonaws.com' };
export const OWN_ACCOUNT = { AWS: `arn:aws:iam::${ACCOUNT_ID}:root` };

/** Who may take a role. */
export const trust = (service: string): string => policy(allow({ Service: service }, 'sts:AssumeRole'));

/**
 * What CloudTrail needs to deliver log files to a bucket.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export const delivery = (bucket: string): readonly Fields[] => [
  allow(CLOUDTRAIL, 's3:GetBucketAcl', { Resource: `arn:aws:s3:::${bucket}` }),
  allow(CLOUDTRAIL, 's3:PutObject', {
    Resource: `arn:aws:s3:::${bucket}/*`,
    Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
  }),
];

const useOfKey = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'];

/**
 * The policy of a key for log files and their log group.
 * @param delivery what lets CloudTrail encrypt
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export const keyPolicy = (
  region: string,
  delivery: readonly Fields[] = [
    allow(CLOUDTRAIL, ['kms:GenerateDataKey*', 'kms:DescribeKey'], { Resource: '*' }),
  ],
): string =>
  policy(
    allow(OWN_ACCOUNT, 'kms:*', { Resource: '*' }),
    allow({ Service: `logs.${region}.amazonaws.com` }, useOfKey, { Resource: '*' }),
    ...delivery,
  );
