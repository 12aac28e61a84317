/**
 * How far the guard may go, each tier with the rights of those before it. `operator` is never the function's: a person runs
 * it with credentials of their own.
 */
export const TIERS = ['logging', 'trail', 'trail-and-destination', 'operator'] as const;

export type Tier = (typeof TIERS)[number];

/** What may be set by the parameter of that name. */
export type RestoreScope = Exclude<Tier, 'operator'>;

type AwsService = 'cloudtrail' | 's3' | 'kms' | 'sns' | 'logs' | 'cloudwatch' | 'iam';

interface RestoringCallFacts {
  readonly service: AwsService;
  readonly tier: Tier;
  /** IAM actions, where they are not the service's prefix and the call's name. */
  readonly actions?: readonly string[];
}

const trail = { service: 'cloudtrail', tier: 'trail' } as const;
const bucket = { service: 's3', tier: 'trail-and-destination' } as const;
const key = { service: 'kms', tier: 'trail-and-destination' } as const;
const topic = { service: 'sns', tier: 'trail-and-destination' } as const;
const logGroup = { service: 'logs', tier: 'trail-and-destination' } as const;
const alarm = { service: 'cloudwatch', tier: 'operator' } as const;
const role = { service: 'iam', tier: 'operator' } as const;

/**
 * What CloudTrail asks in the name of whoever makes a trail one of the organization. The rest of AWS's list is for a first such
 * trail, whose service-linked role and trusted access are still to be made; without these an organization trail never was one.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-an-organizational-trail-prepare.html#org_trail_permissions
 */
const FOR_ORGANIZATION = [
  'iam:GetRole',
  'organizations:DescribeOrganization',
  'organizations:ListAccounts',
  'organizations:ListAWSServiceAccessForOrganization',
] as const;

/**
 * The calls that put something back, the only ones that change anything in an account.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html for actions that bear other names
 */
const CALLS = {
  StartLogging: { service: 'cloudtrail', tier: 'logging' },
  // PassRole is for the trail's Logs role; AddTags for a trail that is made with its tags.
  CreateTrail: {
    ...trail,
    actions: ['cloudtrail:CreateTrail', 'cloudtrail:AddTags', 'iam:PassRole', ...FOR_ORGANIZATION],
  },
  UpdateTrail: { ...trail, actions: ['cloudtrail:UpdateTrail', 'iam:PassRole', ...FOR_ORGANIZATION] },
  PutEventSelectors: trail,
  PutInsightSelectors: trail,
  PutEventConfiguration: trail,
  AddTags: trail,
  CreateBucket: bucket,
  PutBucketPolicy: bucket,
  DeleteBucketPolicy: bucket,
  PutPublicAccessBlock: { ...bucket, actions: ['s3:PutBucketPublicAccessBlock'] },
  PutBucketVersioning: bucket,
  PutBucketLifecycleConfiguration: { ...bucket, actions: ['s3:PutLifecycleConfiguration'] },
  DeleteBucketLifecycle: { ...bucket, actions: ['s3:PutLifecycleConfiguration'] },
  PutBucketEncryption: { ...bucket, actions: ['s3:PutEncryptionConfiguration'] },
  PutBucketOwnershipControls: bucket,
  PutBucketAcl: bucket,
  PutObjectLockConfiguration: { ...bucket, actions: ['s3:PutBucketObjectLockConfiguration'] },
  PutBucketNotificationConfiguration: { ...bucket, actions: ['s3:PutBucketNotification'] },
  // PassRole is for the role with which S3 copies.
  PutBucketReplication: {
    ...bucket,
    actions: ['s3:PutReplicationConfiguration', 'iam:PassRole'],
    tier: 'operator',
  },
  DeleteBucketReplication: { ...bucket, actions: ['s3:PutReplicationConfiguration'] },
  PutBucketLogging: bucket,
  EnableKey: key,
  CancelKeyDeletion: key,
  PutKeyPolicy: key,
  EnableKeyRotation: key,
  CreateGrant: { ...key, tier: 'operator' },
  // They take rights on the alias, and an alias that was moved on the key to which it was: no key that was given to the guard.
  // @see https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html
  CreateAlias: { ...key, tier: 'operator' },
  UpdateAlias: { ...key, tier: 'operator' },
  CreateTopic: topic,
  SetTopicAttributes: topic,
  CreateLogGroup: logGroup,
  PutRetentionPolicy: logGroup,
  DeleteRetentionPolicy: logGroup,
  AssociateKmsKey: logGroup,
  DisassociateKmsKey: logGroup,
  PutMetricFilter: logGroup,
  PutSubscriptionFilter: logGroup,
  DeleteSubscriptionFilter: logGroup,
  // A policy that sends its findings somewhere takes more, on every resource: logs:CreateLogDelivery and what lets the destination be
  // written to. That is refused, and told with the command.
  // @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/data-protection-policy-permissions.html
  PutDataProtectionPolicy: logGroup,
  DeleteDataProtectionPolicy: logGroup,
  PutTransformer: logGroup,
  DeleteTransformer: logGroup,
  // An alarm belongs to no log group: no ARN that was given to the guard stands for it, and its actions reach whoever they name.
  PutMetricAlarm: alarm,
  EnableAlarmActions: alarm,
  CreateRole: role,
  UpdateAssumeRolePolicy: role,
  PutRolePolicy: role,
  AttachRolePolicy: role,
  DetachRolePolicy: role,
  DeleteRolePolicy: role,
  SetDefaultPolicyVersion: role,
  PutRolePermissionsBoundary: role,
  DeleteRolePermissionsBoundary: role,
} as const satisfies Readonly<Record<string, RestoringCallFacts>>;

export type RestoringCall = keyof typeof CALLS;

export const RESTORING_CALLS: Readonly<Record<RestoringCall, RestoringCallFacts>> = CALLS;

/** The IAM actions that a call needs. */
export const actionsOf = (call: RestoringCall): readonly string[] =>
  RESTORING_CALLS[call].actions ?? [`${RESTORING_CALLS[call].service}:${call}`];

/** Whether a guard of this scope may make a call of that tier. */
export const isWithin = (scope: Tier, tier: Tier): boolean => TIERS.indexOf(tier) <= TIERS.indexOf(scope);
