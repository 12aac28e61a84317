import { isJsonObject } from '../json.ts';
import type {
  AdvancedSelector,
  BasicSelector,
  BucketAcl,
  BucketIdentity,
  BucketLogging,
  BucketVersioning,
  EventSelectors,
  FieldSelector,
  InsightSelector,
  KeyGrant,
  KeyIdentity,
  KeyRotation,
  Lifecycle,
  LogGroupSettings,
  ObjectLock,
  PartName,
  PublicAccessBlock,
  Replication,
  RoleSettings,
  TopicSettings,
  TrailSettings,
  Transformer,
} from '../parts.ts';
import { type Shape, tell } from './baseline-shape.ts';
import {
  count,
  dictionary,
  flag,
  json,
  list,
  nullable,
  oneOf,
  openRecord,
  record,
  text,
  time,
} from './baseline-shapes.ts';

const anyText = text();
const object = dictionary(json);
const arn = (what: string, of: string) =>
  text(`${what}, arn:aws:${of}`, new RegExp(`^arn:aws[\\w-]*:${of}:`));

/** What IAM and the services that keep policies take; what the policy says is not judged here. */
const policy = openRecord({ Statement: list(object) });

/**
 * Buckets of us-east-1 from before March 2018 may have long names with capitals and underscores.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
const bucketName = text('a bucket name', /^[A-Za-z0-9._-]{3,}$/, 255);

const trail = record<TrailSettings>(
  {
    S3BucketName: bucketName,
    S3KeyPrefix: nullable(anyText),
    SnsTopicARN: nullable(arn('a topic’s ARN', 'sns')),
    IncludeGlobalServiceEvents: flag,
    IsMultiRegionTrail: flag,
    IsOrganizationTrail: flag,
    LogFileValidationEnabled: flag,
    CloudWatchLogsLogGroupArn: nullable(arn('a log group’s ARN', 'logs')),
    CloudWatchLogsRoleArn: nullable(arn('a role’s ARN', 'iam')),
    KmsKeyId: nullable(arn('a key’s ARN', 'kms')),
  },
  { RecursiveLogging: flag },
);

const basicSelector = record<BasicSelector>({
  ReadWriteType: oneOf('All', 'ReadOnly', 'WriteOnly'),
  IncludeManagementEvents: flag,
  DataResources: list(
    record<BasicSelector['DataResources'][number]>({ Type: anyText, Values: list(anyText) }),
  ),
  ExcludeManagementEventSources: list(anyText),
});

const operands = list(anyText);
const advancedSelector = record<AdvancedSelector>({
  Name: nullable(anyText),
  FieldSelectors: list(
    record<FieldSelector>(
      { Field: anyText },
      {
        Equals: operands,
        StartsWith: operands,
        EndsWith: operands,
        NotEquals: operands,
        NotStartsWith: operands,
        NotEndsWith: operands,
      },
    ),
  ),
});

const eventSelectors: Shape = (value, where, check) => {
  const kinds = { EventSelectors: list(basicSelector), AdvancedEventSelectors: list(advancedSelector) };
  record<EventSelectors>({}, kinds)(value, where, check);
  if (isJsonObject(value) && 'EventSelectors' in value === 'AdvancedEventSelectors' in value)
    tell(check, where, 'must have either EventSelectors or AdvancedEventSelectors');
};

const days = nullable(count(1, 100_000));

/** The shape of each part. The types hold it against `PartValues`: no part and no field can be forgotten. */
export const PART_SHAPES: { readonly [Name in PartName]: Shape } = {
  trail,
  eventSelectors,
  insightSelectors: list(
    record<InsightSelector>({ InsightType: anyText }, { EventCategories: list(anyText) }),
  ),
  eventConfiguration: object,
  tags: dictionary(text('a text', undefined, 256)),
  bucket: nullable(record<BucketIdentity>({ Name: bucketName, Region: anyText })),
  'bucket.policy': nullable(policy),
  'bucket.publicAccessBlock': nullable(
    record<PublicAccessBlock>({
      BlockPublicAcls: flag,
      IgnorePublicAcls: flag,
      BlockPublicPolicy: flag,
      RestrictPublicBuckets: flag,
    }),
  ),
  'bucket.versioning': record<BucketVersioning>({
    Status: oneOf('Enabled', 'Suspended', null),
    MFADelete: oneOf('Enabled', 'Disabled', null),
  }),
  'bucket.lifecycle': nullable(record<Lifecycle>({ Rules: list(object) })),
  'bucket.encryption': nullable(object),
  'bucket.ownership': nullable(anyText),
  'bucket.acl': record<BucketAcl>({
    OwnerId: anyText,
    Grants: list(record<BucketAcl['Grants'][number]>({ Grantee: object, Permission: anyText })),
  }),
  'bucket.objectLock': nullable(
    record<ObjectLock>({ Mode: oneOf('GOVERNANCE', 'COMPLIANCE', null), Days: days, Years: days }),
  ),
  'bucket.notification': object,
  'bucket.replication': nullable(record<Replication>({ Role: anyText, Rules: list(object) })),
  'bucket.logging': nullable(record<BucketLogging>({ TargetBucket: bucketName, TargetPrefix: anyText })),
  key: nullable(
    record<KeyIdentity>({
      Arn: arn('a key’s ARN', 'kms'),
      KeyState: anyText,
      KeyManager: oneOf('AWS', 'CUSTOMER'),
      Origin: anyText,
      DeletionDate: nullable(time),
    }),
  ),
  'key.policy': policy,
  'key.rotation': nullable(
    record<KeyRotation>({ KeyRotationEnabled: flag, RotationPeriodInDays: nullable(count(1)) }),
  ),
  'key.grants': list(
    record<KeyGrant>({
      GranteePrincipal: anyText,
      Operations: list(anyText),
      Name: nullable(anyText),
      Constraints: nullable(object),
      RetiringPrincipal: nullable(anyText),
    }),
  ),
  'key.aliases': list(anyText),
  topic: nullable(record<TopicSettings>({ Policy: policy, KmsMasterKeyId: nullable(anyText) })),
  logGroup: nullable(
    record<LogGroupSettings>(
      { retentionInDays: nullable(count(1)), kmsKeyId: nullable(anyText) },
      {
        dataProtectionStatus: oneOf('ACTIVATED', null),
        dataProtectionPolicy: nullable(policy),
        inheritedProperties: list(anyText),
      },
    ),
  ),
  'logGroup.metricFilters': list(openRecord({ filterName: anyText })),
  'logGroup.subscriptionFilters': list(openRecord({ filterName: anyText })),
  'logGroup.transformer': nullable(record<Transformer>({ transformerConfig: list(object) })),
  'logGroup.alarms': list(openRecord({ AlarmName: anyText, ActionsEnabled: flag })),
  role: nullable(
    record<RoleSettings>({
      Arn: arn('a role’s ARN', 'iam'),
      AssumeRolePolicyDocument: policy,
      InlinePolicies: dictionary(policy),
      AttachedPolicies: dictionary(
        record<RoleSettings['AttachedPolicies'][string]>({ VersionId: anyText, Document: policy }),
      ),
      PermissionsBoundary: nullable(anyText),
    }),
  ),
};
