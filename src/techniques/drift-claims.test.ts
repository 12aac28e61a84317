import { describe, expect, test } from 'vitest';
import { covers } from '../domain/detect.ts';
import type { Drift, DriftPath } from '../domain/drift.ts';
import { TECHNIQUES } from './index.ts';

const WEAKENING = TECHNIQUES.filter(({ isNoWeakness }) => !isNoWeakness);

const policies = (VersionId: string) => ({
  AttachedPolicies: { 'arn:aws:iam::111122223333:policy/a': { VersionId } },
});

/** Every path at which the comparison finds something weaker, with values that tell its techniques apart. */
const CLAIMS: readonly (readonly [
  path: DriftPath,
  technique: string,
  expected?: unknown,
  actual?: unknown,
])[] = [
  ['status.IsLogging', 'stop-logging', true, false],
  ['trail', 'delete-trail', 'main', null],
  ['trail.S3BucketName', 'bucket-redirected', 'a', 'b'],
  ['trail.S3KeyPrefix', 'prefix-changed', 'a', null],
  ['trail.SnsTopicARN', 'sns-notification-removed', 'a', null],
  ['trail.IncludeGlobalServiceEvents', 'global-service-events-off', true, false],
  ['trail.IsMultiRegionTrail', 'multi-region-off', true, false],
  ['trail.IsOrganizationTrail', 'organization-trail-off', true, false],
  ['trail.LogFileValidationEnabled', 'log-file-validation-off', true, false],
  ['trail.CloudWatchLogsLogGroupArn', 'cloudwatch-logs-detached', 'a', null],
  ['trail.CloudWatchLogsRoleArn', 'cloudwatch-logs-detached', 'a', 'b'],
  ['trail.KmsKeyId', 'encryption-removed', 'a', null],
  ['trail.KmsKeyId', 'encryption-key-swapped', 'a', 'b'],
  ['trail.RecursiveLogging', 'recursive-logging-off', true, false],
  ['tags', 'remove-tags'],
  ['tags.guarded', 'remove-tags', 'yes', null],
  ['eventSelectors.EventSelectors', 'selectors-replaced'],
  ['eventSelectors.management', 'management-events-off', true, false],
  ['eventSelectors.management.write', 'read-only-events-only', true, false],
  ['eventSelectors.management.read', 'write-only-events-only', true, false],
  ['eventSelectors.management.sources', 'event-sources-excluded'],
  ['eventSelectors.management.filter', 'advanced-selectors-narrowed'],
  ['eventSelectors.data', 'data-events-narrowed'],
  ['eventSelectors.networkActivity', 'data-events-narrowed'],
  ['eventSelectors.other', 'data-events-narrowed'],
  ['insightSelectors', 'insights-off'],
  ['insightSelectors.ApiCallRateInsight', 'insights-off'],
  ['eventConfiguration', 'event-configuration-changed'],
  ['eventConfiguration.AggregationConfigurations', 'event-configuration-changed'],
  ['bucket', 'bucket-deleted', {}, null],
  ['bucket.policy', 'bucket-policy-deleted', {}, null],
  ['bucket.policy.delivery', 'bucket-policy-weakened'],
  ['bucket.policy.access', 'bucket-policy-weakened'],
  ['bucket.policy.readers', 'bucket-policy-weakened'],
  ['bucket.policy.protection', 'bucket-policy-weakened'],
  ['bucket.publicAccessBlock', 'public-access-block-weakened', {}, null],
  ['bucket.publicAccessBlock.BlockPublicAcls', 'public-access-block-weakened', true, false],
  ['bucket.versioning.Status', 'versioning-weakened', 'Enabled', 'Suspended'],
  ['bucket.versioning.MFADelete', 'versioning-weakened', 'Enabled', 'Disabled'],
  ['bucket.lifecycle.expiration', 'log-files-expire-early', null, 1],
  ['bucket.lifecycle.noncurrent', 'log-files-expire-early', null, 1],
  ['bucket.lifecycle.transition', 'log-files-expire-early'],
  ['bucket.encryption', 'default-encryption-changed'],
  ['bucket.ownership', 'object-ownership-changed', 'BucketOwnerEnforced', 'ObjectWriter'],
  ['bucket.acl', 'bucket-acl-opened'],
  ['bucket.objectLock', 'object-lock-weakened'],
  ['bucket.notification', 'bucket-notification-removed'],
  ['bucket.replication', 'replication-removed'],
  ['bucket.logging', 'access-logging-off', {}, null],
  ['key', 'key-deletion-scheduled', {}, null],
  ['key.KeyState', 'key-disabled', 'Enabled', 'Disabled'],
  ['key.KeyState', 'key-disabled', 'Enabled', 'SomethingNew'],
  ['key.KeyState', 'key-deletion-scheduled', 'Enabled', 'PendingDeletion'],
  ['key.KeyState', 'key-deletion-scheduled', 'Enabled', 'PendingReplicaDeletion'],
  ['key.KeyState', 'key-material-removed', 'Enabled', 'PendingImport'],
  ['key.KeyState', 'key-material-removed', 'Enabled', 'Unavailable'],
  ['key.policy', 'key-policy-weakened'],
  ['key.policy.encryption', 'key-policy-weakened'],
  ['key.policy.access', 'key-policy-weakened'],
  ['key.policy.readers', 'key-policy-weakened'],
  ['key.policy.protection', 'key-policy-weakened'],
  ['key.rotation', 'key-rotation-off'],
  ['key.grants', 'key-grants-changed'],
  ['key.aliases', 'key-alias-moved', ['alias/logs'], null],
  ['logGroup', 'log-group-deleted', {}, null],
  ['logGroup.retentionInDays', 'log-retention-shortened', 365, 1],
  ['logGroup.kmsKeyId', 'log-group-key-changed', 'a', null],
  ['logGroup.dataProtectionStatus', 'log-events-masked', null, 'ACTIVATED'],
  ['logGroup.dataProtectionPolicy', 'log-events-masked', {}, {}],
  ['logGroup.inheritedProperties', 'log-policy-changed', [], ['ACCOUNT_DATA_PROTECTION']],
  ['logGroup.transformer', 'log-events-transformed', null, {}],
  ['logGroup.alarms.root-is-used', 'alarm-muted', {}, null],
  ['logGroup.metricFilters', 'metric-filter-changed'],
  ['logGroup.metricFilters.root-usage', 'metric-filter-changed'],
  ['logGroup.subscriptionFilters.siem', 'subscription-filter-changed'],
  ['bucket.Owner', 'bucket-name-taken', '111122223333', null],
  ['bucket.Region', 'bucket-name-taken', 'eu-central-1', 'us-east-1'],
  ['bucket.acl', 'bucket-name-taken', { OwnerId: 'a' }, { OwnerId: 'b' }],
  ['topic', 'topic-deleted', {}, null],
  ['topic.Policy.delivery', 'topic-changed'],
  ['topic.Policy.access', 'topic-changed'],
  ['topic.Policy.readers', 'topic-changed'],
  ['topic.Policy.protection', 'topic-changed'],
  ['topic.KmsMasterKeyId', 'topic-changed', null, 'a'],
  ['role', 'logs-role-broken', 'a', null],
  ['role.AssumeRolePolicyDocument.delivery', 'logs-role-broken'],
  ['role.AssumeRolePolicyDocument.access', 'logs-role-broken'],
  ['role.AssumeRolePolicyDocument.protection', 'logs-role-broken'],
  ['role.Policies', 'logs-role-broken', policies('v1'), { AttachedPolicies: {} }],
  ['role.Policies', 'policy-version-swapped', policies('v1'), policies('v2')],
  ['role.PermissionsBoundary', 'logs-role-broken', null, 'a'],
  ['delivery.LatestDeliveryError', 'delivery-failing', null, 'AccessDenied'],
  ['delivery.LatestDeliveryTime', 'delivery-failing'],
  ['delivery.LatestDigestDeliveryError', 'digest-delivery-failing', null, 'AccessDenied'],
  ['delivery.LatestDigestDeliveryTime', 'digest-delivery-failing'],
  ['delivery.LatestCloudWatchLogsDeliveryError', 'logs-delivery-failing', null, 'Access denied.'],
  ['delivery.LatestCloudWatchLogsDeliveryTime', 'logs-delivery-failing'],
  ['delivery.LatestNotificationError', 'notification-failing', null, 'NotFound'],
];

/** The techniques that name the path, or what is above it, most closely. */
function claimants(drift: Drift): readonly string[] {
  const claims = WEAKENING.filter(({ isShownBy }) => isShownBy?.(drift) ?? true).flatMap(
    ({ id, drift: paths }) =>
      paths.filter((path) => covers(path, drift.path)).map((path) => ({ id, length: path.length })),
  );
  const closest = Math.max(...claims.map(({ length }) => length));
  return claims.filter(({ length }) => length === closest).map(({ id }) => id.replace(/^\w+\./, ''));
}

const weaker = (path: DriftPath, expected: unknown = null, actual: unknown = null): Drift => ({
  path,
  expected,
  actual,
  class: 'weaker',
});

describe('a difference in the state', () => {
  for (const [path, technique, expected, actual] of CLAIMS)
    test(`at ${path} is ${technique} and no other, when ${JSON.stringify(actual)} is there`, () => {
      expect(claimants(weaker(path, expected, actual))).toEqual([technique]);
    });

  test('is in this table for every path that a technique names', () => {
    const listed = CLAIMS.map(([path]) => path);
    const named = WEAKENING.flatMap(({ drift }) => drift);
    expect(named.filter((path) => !listed.some((other) => covers(path, other)))).toEqual([]);
  });
});
