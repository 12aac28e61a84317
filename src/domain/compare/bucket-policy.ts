import type { Drift } from '../drift.ts';
import type { PartValues } from '../parts.ts';
import { logKeyPrefixes } from './bucket-log-keys.ts';
import type { ComparedTrail } from './compared-trail.ts';
import { cloudTrailContext } from './policy/cloudtrail-context.ts';
import { comparePolicies } from './policy/compare-policy.ts';
import { CLOUDTRAIL } from './policy/policy-observation.ts';
import type { PolicyRequest } from './policy/request.ts';

type BucketPolicy = PartValues['bucket.policy'];

/** Who may deliver to the bucket, read it, and do what else, and what nobody may. */
export function compareBucketPolicy(
  expected: BucketPolicy,
  actual: BucketPolicy,
  trail: ComparedTrail,
): readonly Drift[] {
  if (!actual) return expected ? [removed(expected)] : [];
  return comparePolicies(expected ?? { Statement: [] }, actual, {
    requests: deliveryRequests(trail),
    ownAccounts: [trail.accountId, trail.bucketOwner ?? trail.accountId],
    paths: {
      delivery: 'bucket.policy.delivery',
      access: 'bucket.policy.access',
      readers: 'bucket.policy.readers',
      protection: 'bucket.policy.protection',
    },
  });
}

const removed = (expected: BucketPolicy): Drift => ({
  path: 'bucket.policy',
  expected,
  actual: null,
  class: 'weaker',
  evidence: 'the bucket has no policy any more: CloudTrail may not write to it',
});

/**
 * What CloudTrail does with the bucket.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
function deliveryRequests(trail: ComparedTrail): readonly PolicyRequest[] {
  const bucketArn = `arn:${trail.partition}:s3:::${trail.settings.S3BucketName}`;
  const context = cloudTrailContext(trail);
  return [
    {
      principal: CLOUDTRAIL,
      action: 's3:GetBucketAcl',
      resource: bucketArn,
      context: { ...context, 's3:x-amz-acl': null },
    },
    ...logKeyPrefixes(trail).map((prefix) => ({
      principal: CLOUDTRAIL,
      action: 's3:PutObject',
      resource: `${bucketArn}/${prefix}*`,
      context: { ...context, 's3:x-amz-acl': ['bucket-owner-full-control'] },
    })),
  ];
}
