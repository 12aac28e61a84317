import type { JsonObject } from './json.ts';

/**
 * What a trail is made of, part by part, in AWS's own field names and in canonical form: empty texts and defaults that
 * AWS leaves out are `null`, lists whose order means nothing are sorted, policies are parsed, times are ISO 8601.
 * A part whose thing is read and does not exist (a bucket without a policy, a deleted key's rotation) is `null`.
 */
export interface PartValues {
  readonly trail: TrailSettings;
  readonly eventSelectors: EventSelectors;
  /** Sorted by `InsightType`; empty when Insights are off. */
  readonly insightSelectors: readonly InsightSelector[];
  readonly eventConfiguration: JsonObject;
  readonly tags: Tags;
  readonly bucket: BucketIdentity | null;
  readonly 'bucket.policy': PolicyDocument | null;
  readonly 'bucket.publicAccessBlock': PublicAccessBlock | null;
  readonly 'bucket.versioning': BucketVersioning;
  readonly 'bucket.lifecycle': Lifecycle | null;
  readonly 'bucket.encryption': JsonObject | null;
  /** `ObjectOwnership`; null when the bucket has no ownership controls. */
  readonly 'bucket.ownership': string | null;
  readonly 'bucket.acl': BucketAcl;
  readonly 'bucket.objectLock': ObjectLock | null;
  readonly 'bucket.notification': JsonObject;
  readonly 'bucket.replication': Replication | null;
  readonly 'bucket.logging': BucketLogging | null;
  readonly key: KeyIdentity | null;
  readonly 'key.policy': PolicyDocument;
  readonly 'key.rotation': KeyRotation | null;
  readonly 'key.grants': readonly KeyGrant[];
  /** The names of the aliases that mean this key, such as `alias/logs`, sorted. */
  readonly 'key.aliases': readonly string[];
  readonly topic: TopicSettings | null;
  readonly logGroup: LogGroupSettings | null;
  readonly 'logGroup.metricFilters': readonly NamedFilter[];
  readonly 'logGroup.subscriptionFilters': readonly NamedFilter[];
  readonly 'logGroup.transformer': Transformer | null;
  /** Those over the metrics of its metric filters, sorted. Left out of baselines from before they were read. */
  readonly 'logGroup.alarms': readonly MetricAlarm[];
  readonly role: RoleSettings | null;
}

export type PartName = keyof PartValues;

/** Some of the parts; one that is left out is not declared, or was not read. */
export type Parts = { readonly [Name in PartName]?: PartValues[Name] };

/** Of GetTrail. @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html */
export interface TrailSettings {
  readonly S3BucketName: string;
  readonly S3KeyPrefix: string | null;
  readonly SnsTopicARN: string | null;
  readonly IncludeGlobalServiceEvents: boolean;
  readonly IsMultiRegionTrail: boolean;
  readonly IsOrganizationTrail: boolean;
  readonly LogFileValidationEnabled: boolean;
  readonly CloudWatchLogsLogGroupArn: string | null;
  readonly CloudWatchLogsRoleArn: string | null;
  /** The key's ARN. */
  readonly KmsKeyId: string | null;
  /** Left out when the SDK that read the trail does not know it. */
  readonly RecursiveLogging?: boolean;
}

/** Of GetEventSelectors: exactly one of both. */
export interface EventSelectors {
  readonly EventSelectors?: readonly BasicSelector[];
  readonly AdvancedEventSelectors?: readonly AdvancedSelector[];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html */
export interface BasicSelector {
  readonly ReadWriteType: 'All' | 'ReadOnly' | 'WriteOnly';
  readonly IncludeManagementEvents: boolean;
  readonly DataResources: readonly { readonly Type: string; readonly Values: readonly string[] }[];
  readonly ExcludeManagementEventSources: readonly string[];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html */
export interface AdvancedSelector {
  readonly Name: string | null;
  readonly FieldSelectors: readonly FieldSelector[];
}

/**
 * `Field`, and its operators with their values. Of `Equals`, `StartsWith` and `EndsWith` one has to match; none of the others
 * may.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html#filtering-data-events-conditions
 */
export interface FieldSelector {
  readonly Field: string;
  readonly Equals?: readonly string[];
  readonly StartsWith?: readonly string[];
  readonly EndsWith?: readonly string[];
  readonly NotEquals?: readonly string[];
  readonly NotStartsWith?: readonly string[];
  readonly NotEndsWith?: readonly string[];
}

export interface InsightSelector {
  readonly InsightType: string;
  readonly EventCategories?: readonly string[];
}

export type Tags = Readonly<Record<string, string>>;

export interface BucketIdentity {
  readonly Name: string;
  readonly Region: string;
}

/** Of GetPublicAccessBlock. */
export interface PublicAccessBlock {
  readonly BlockPublicAcls: boolean;
  readonly IgnorePublicAcls: boolean;
  readonly BlockPublicPolicy: boolean;
  readonly RestrictPublicBuckets: boolean;
}

/** `Status` is null for a bucket that never had versioning. */
export interface BucketVersioning {
  readonly Status: 'Enabled' | 'Suspended' | null;
  readonly MFADelete: 'Enabled' | 'Disabled' | null;
}

/** Rules as GetBucketLifecycleConfiguration answers them. */
export interface Lifecycle {
  readonly Rules: readonly JsonObject[];
}

/** Of GetBucketAcl. */
export interface BucketAcl {
  readonly OwnerId: string;
  readonly Grants: readonly { readonly Grantee: JsonObject; readonly Permission: string }[];
}

/** The default retention of Object Lock; `Mode` and `Days` or `Years` null without a rule. */
export interface ObjectLock {
  readonly Mode: 'GOVERNANCE' | 'COMPLIANCE' | null;
  readonly Days: number | null;
  readonly Years: number | null;
}

export interface Replication {
  readonly Role: string;
  readonly Rules: readonly JsonObject[];
}

export interface BucketLogging {
  readonly TargetBucket: string;
  readonly TargetPrefix: string;
}

/** Of DescribeKey. */
export interface KeyIdentity {
  readonly Arn: string;
  /** `Enabled`, `Disabled`, `PendingDeletion`, `PendingImport`, `Unavailable` … */
  readonly KeyState: string;
  readonly KeyManager: 'AWS' | 'CUSTOMER';
  readonly Origin: string;
  /** ISO 8601; null unless deletion is scheduled. */
  readonly DeletionDate: string | null;
}

export interface KeyRotation {
  readonly KeyRotationEnabled: boolean;
  readonly RotationPeriodInDays: number | null;
}

export interface KeyGrant {
  readonly GranteePrincipal: string;
  readonly Operations: readonly string[];
  readonly Name: string | null;
  readonly Constraints: JsonObject | null;
  readonly RetiringPrincipal: string | null;
}

/** Of GetTopicAttributes. */
export interface TopicSettings {
  readonly Policy: PolicyDocument;
  readonly KmsMasterKeyId: string | null;
}

/** Of DescribeLogGroups, and of GetDataProtectionPolicy. */
export interface LogGroupSettings {
  /** Null: never expires. */
  readonly retentionInDays: number | null;
  readonly kmsKeyId: string | null;
  /** Null without a data protection policy, also where there was one. Left out of baselines from before it was read. */
  readonly dataProtectionStatus?: 'ACTIVATED' | null;
  /** The policy itself; null without one. Left out like the status. */
  readonly dataProtectionPolicy?: JsonObject | null;
  /** What policies of the whole account do to it, such as `ACCOUNT_DATA_PROTECTION`. Left out like the status. */
  readonly inheritedProperties?: readonly string[];
}

/** Of GetTransformer: the processors, in the order in which an event goes through them. */
export interface Transformer {
  readonly transformerConfig: readonly JsonObject[];
}

/** A metric or subscription filter as CloudWatch Logs describes it, without its creation time and log group. */
export type NamedFilter = JsonObject & { readonly filterName: string };

/** A metric alarm, in the fields that PutMetricAlarm takes; those that are not set are left out. */
export type MetricAlarm = JsonObject & { readonly AlarmName: string; readonly ActionsEnabled: boolean };

/** The role that CloudTrail takes to write to the log group. */
export interface RoleSettings {
  readonly Arn: string;
  readonly AssumeRolePolicyDocument: PolicyDocument;
  /** Inline policies by name. */
  readonly InlinePolicies: Readonly<Record<string, PolicyDocument>>;
  /** Attached policies by ARN, with the document of the default version. */
  readonly AttachedPolicies: Readonly<
    Record<string, { readonly VersionId: string; readonly Document: PolicyDocument }>
  >;
  readonly PermissionsBoundary: string | null;
}

/** An IAM policy, parsed. Nothing in it can be relied on: whoever wrote it may have written anything. */
export interface PolicyDocument {
  readonly Version?: string;
  readonly Statement: readonly JsonObject[];
  readonly [other: string]: unknown;
}
