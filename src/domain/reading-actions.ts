import type { PartName } from './parts.ts';

const BUCKET_READS = {
  // Any call tells, by the bucket's expected owner, whose it is; this one also tells its Region.
  // Of a bucket that refuses everything, only the list of the account's own tells that it is another's.
  bucket: ['s3:GetBucketLocation', 's3:ListAllMyBuckets'],
  'bucket.policy': ['s3:GetBucketPolicy'],
  'bucket.publicAccessBlock': ['s3:GetBucketPublicAccessBlock'],
  'bucket.versioning': ['s3:GetBucketVersioning'],
  'bucket.lifecycle': ['s3:GetLifecycleConfiguration'],
  'bucket.encryption': ['s3:GetEncryptionConfiguration'],
  'bucket.ownership': ['s3:GetBucketOwnershipControls'],
  'bucket.acl': ['s3:GetBucketAcl'],
  'bucket.objectLock': ['s3:GetBucketObjectLockConfiguration'],
  'bucket.notification': ['s3:GetBucketNotification'],
  'bucket.replication': ['s3:GetReplicationConfiguration'],
  'bucket.logging': ['s3:GetBucketLogging'],
} as const;

/**
 * The IAM actions that reading a part takes.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export const READING_ACTIONS: Readonly<Record<PartName | 'status', readonly string[]>> = {
  status: ['cloudtrail:GetTrailStatus'],
  trail: ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrail'],
  eventSelectors: ['cloudtrail:GetEventSelectors'],
  insightSelectors: ['cloudtrail:GetInsightSelectors'],
  eventConfiguration: ['cloudtrail:GetEventConfiguration'],
  tags: ['cloudtrail:ListTags'],
  ...BUCKET_READS,
  key: ['kms:DescribeKey'],
  'key.policy': ['kms:GetKeyPolicy'],
  'key.rotation': ['kms:GetKeyRotationStatus'],
  'key.grants': ['kms:ListGrants'],
  // About no key: it is allowed on every resource, or not at all.
  // @see https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html
  'key.aliases': ['kms:ListAliases'],
  topic: ['sns:GetTopicAttributes'],
  logGroup: ['logs:DescribeLogGroups', 'logs:GetDataProtectionPolicy'],
  'logGroup.metricFilters': ['logs:DescribeMetricFilters'],
  'logGroup.subscriptionFilters': ['logs:DescribeSubscriptionFilters'],
  'logGroup.transformer': ['logs:GetTransformer'],
  // The second is about no alarm: it is allowed on every resource, or not at all.
  // @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
  'logGroup.alarms': ['cloudwatch:DescribeAlarms', 'cloudwatch:DescribeAlarmsForMetric'],
  role: [
    'iam:GetRole',
    'iam:ListRolePolicies',
    'iam:GetRolePolicy',
    'iam:ListAttachedRolePolicies',
    'iam:GetPolicy',
    'iam:GetPolicyVersion',
  ],
};

/** What naming who did it takes. */
export const HISTORY_ACTIONS: readonly string[] = ['cloudtrail:LookupEvents'];

/** What it takes to find the Regions, each of which has an event history of its own. */
export const REGION_ACTIONS: readonly string[] = ['account:ListRegions'];
