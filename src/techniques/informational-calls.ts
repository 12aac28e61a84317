import type { ApiCall } from '../domain/signal.ts';
import type { InformationalCall } from '../domain/technique.ts';

type Words = Readonly<Record<string, string>>;

/**
 * What a call does, in words, when its record shows no technique: it strengthens, or only the state can tell. By the service's
 * host name. `StartLogging` and `AddTags` do no harm at all; people are told who did it.
 */
const DONE: Readonly<Record<InformationalCall['eventSource'], Words>> = {
  'cloudtrail.amazonaws.com': {
    StartLogging: 'started logging',
    AddTags: 'added tags to the trail',
    CreateTrail: 'created a trail',
    UpdateTrail: 'changed settings of the trail',
    PutEventSelectors: 'set the event selectors of the trail',
    PutInsightSelectors: 'set the Insights selectors of the trail',
    PutEventConfiguration: 'set the event configuration of the trail',
    UpdateEventDataStore: 'changed settings of an event data store',
    UpdateChannel: 'changed a channel of CloudTrail Lake',
    PutResourcePolicy: 'set the resource policy of an event data store or channel',
  },
  'kms.amazonaws.com': {
    PutKeyPolicy: 'changed the policy of the KMS key',
    UpdateAlias: 'pointed an alias at another KMS key',
    RevokeGrant: 'revoked a grant of the KMS key',
    RetireGrant: 'retired a grant of the KMS key',
  },
  's3.amazonaws.com': {
    PutBucketPolicy: 'changed the policy of the bucket',
    PutBucketLifecycle: 'changed the lifecycle rules of the bucket',
    DeleteBucketLifecycle: 'removed the lifecycle rules of the bucket',
    PutBucketVersioning: 'set the versioning of the bucket',
    PutBucketLogging: 'set the access logging of the bucket',
    PutBucketPublicAccessBlock: 'set the public access block of the bucket',
    PutAccountPublicAccessBlock: 'set the public access block of the account',
    PutBucketAcl: 'set the ACL of the bucket',
    PutBucketOwnershipControls: 'set the object ownership of the bucket',
    DeleteBucketOwnershipControls: 'removed the object ownership setting of the bucket',
    PutBucketEncryption: 'set the default encryption of the bucket',
    DeleteBucketEncryption: 'reset the default encryption of the bucket',
    PutObjectLockConfiguration: 'set the Object Lock of the bucket',
    PutBucketObjectLockConfiguration: 'set the Object Lock of the bucket',
    PutBucketReplication: 'changed the replication of the bucket',
    DeleteBucketReplication: 'removed the replication of the bucket',
    PutBucketNotification: 'set the notifications of the bucket',
    PutBucketNotificationConfiguration: 'set the notifications of the bucket',
    PutBucketTagging: 'set the tags of the bucket',
    CreateJob: 'asked for a job of S3 Batch Operations',
  },
  'logs.amazonaws.com': {
    PutRetentionPolicy: 'set the retention of the log group',
    PutSubscriptionFilter: 'set a subscription filter of the log group',
    DeleteSubscriptionFilter: 'deleted a subscription filter of the log group',
    PutMetricFilter: 'set a metric filter of the log group',
    DeleteMetricFilter: 'deleted a metric filter of the log group',
    AssociateKmsKey: 'set the KMS key of the log group',
    DisassociateKmsKey: 'removed the KMS key of the log group',
    PutDataProtectionPolicy: 'set the data protection policy of the log group',
    DeleteDataProtectionPolicy: 'deleted the data protection policy of the log group',
    PutTransformer: 'set the transformer of the log group',
    DeleteTransformer: 'deleted the transformer of the log group',
    PutAccountPolicy: 'set a log policy for the whole account',
    DeleteAccountPolicy: 'deleted a log policy of the whole account',
    PutResourcePolicy: 'set a resource policy of CloudWatch Logs',
    DeleteResourcePolicy: 'deleted a resource policy of CloudWatch Logs',
  },
  'monitoring.amazonaws.com': {
    PutMetricAlarm: 'changed an alarm',
    EnableAlarmActions: 'turned on the actions of an alarm',
    PutCompositeAlarm: 'changed a composite alarm',
    SetAlarmState: 'set the state of an alarm by hand',
  },
  'sns.amazonaws.com': {
    SetTopicAttributes: 'set an attribute of the SNS topic',
    SetSubscriptionAttributes: 'set an attribute of a subscription',
    AddPermission: 'added a permission of the SNS topic',
    RemovePermission: 'removed a permission of the SNS topic',
  },
  'iam.amazonaws.com': {
    DetachRolePolicy: 'detached a policy from the role',
    DeleteRolePolicy: 'deleted an inline policy of the role',
    PutRolePolicy: 'put an inline policy into the role',
    AttachRolePolicy: 'attached a policy to the role',
    UpdateAssumeRolePolicy: 'replaced the trust policy of the role',
    PutRolePermissionsBoundary: 'put a permissions boundary on the role',
    CreatePolicyVersion: 'created a version of a policy',
    SetDefaultPolicyVersion: 'set the default version of a policy',
    DeletePolicy: 'deleted a policy',
    DeleteServiceLinkedRole: 'deleted a service-linked role',
    CreateRole: 'created a role',
    CreatePolicy: 'created a policy',
    PutUserPolicy: 'put an inline policy into a user',
    PutGroupPolicy: 'put an inline policy into a group',
  },
  'events.amazonaws.com': {
    RemovePermission: 'removed a permission of an event bus',
    PutPermission: 'put a permission of an event bus',
    UpdateEventBus: 'changed an event bus',
    DeleteEventBus: 'deleted an event bus',
    DeleteArchive: 'deleted an archive of events',
    DeactivateEventSource: 'deactivated an event source',
  },
  'lambda.amazonaws.com': {
    PutFunctionConcurrency20171031: 'reserved concurrency for a function',
  },
  'cloudformation.amazonaws.com': {
    UpdateTerminationProtection: 'set the termination protection of a stack',
  },
  'ssm.amazonaws.com': {
    PutParameter: 'wrote a parameter',
    DeleteParameter: 'deleted a parameter',
    DeleteParameters: 'deleted parameters',
  },
  'organizations.amazonaws.com': {
    MoveAccount: 'moved an account of the organization',
    DisableAWSServiceAccess: 'disabled a service’s access to the organization',
    DeregisterDelegatedAdministrator: 'deregistered a delegated administrator',
    UpdatePolicy: 'changed a policy of the organization',
    DeletePolicy: 'deleted a policy of the organization',
    AttachPolicy: 'attached a policy of the organization',
    DisablePolicyType: 'disabled a type of policies of the organization',
  },
  'config.amazonaws.com': {
    PutConfigurationRecorder: 'set what AWS Config records',
    PutDeliveryChannel: 'set where AWS Config delivers to',
    PutConfigRule: 'put a rule of AWS Config',
    DeleteConfigRule: 'deleted a rule of AWS Config',
    DeleteOrganizationConfigRule: 'deleted a rule of AWS Config',
    DeleteRemediationConfiguration: 'deleted a remediation of AWS Config',
  },
  'guardduty.amazonaws.com': {
    UpdateDetector: 'changed settings of GuardDuty',
    UpdateOrganizationConfiguration: 'changed settings of GuardDuty for the organization',
    CreateFilter: 'created a filter of GuardDuty',
    UpdateFilter: 'changed a filter of GuardDuty',
    CreateIPSet: 'created a list of trusted addresses',
    UpdateIPSet: 'changed a list of trusted addresses',
    ArchiveFindings: 'archived findings of GuardDuty',
  },
  'securityhub.amazonaws.com': {
    UpdateStandardsControl: 'changed a control of Security Hub',
    BatchUpdateStandardsControlAssociations: 'changed controls of Security Hub',
    BatchUpdateFindings: 'changed findings of Security Hub',
    CreateAutomationRule: 'created an automation rule of Security Hub',
    CreateAutomationRuleV2: 'created an automation rule of Security Hub',
    UpdateInsight: 'changed an insight of Security Hub',
    DeleteInsight: 'deleted an insight of Security Hub',
  },
  'macie2.amazonaws.com': {
    UpdateMacieSession: 'changed settings of Macie',
  },
  'securitylake.amazonaws.com': {
    DeleteAwsLogSource: 'removed a source of Security Lake',
  },
};

/** Of calls that are too frequent to be watched everywhere: an event pattern takes them only for named resources. */
const DONE_ON_DATA: Words = {
  DeleteObject: 'deleted an object of the bucket',
  PutObject: 'wrote an object to the bucket',
  CopyObject: 'copied an object to the bucket',
  PutObjectTagging: 'tagged an object of the bucket',
};

/** Calls that people are told about also when they show no technique. */
export const INFORMATIONAL_CALLS: readonly InformationalCall[] = Object.entries(DONE).flatMap(
  ([eventSource, words]) =>
    Object.entries(words).map(([eventName, done]) => ({
      eventSource: eventSource as InformationalCall['eventSource'],
      eventName,
      done,
    })),
);

const WORDS: ReadonlyMap<string, string> = new Map([
  ...INFORMATIONAL_CALLS.map(
    ({ eventSource, eventName, done }) => [`${eventSource} ${eventName}`, done] as const,
  ),
  ...Object.entries(DONE_ON_DATA).map(
    ([eventName, done]) => [`s3.amazonaws.com ${eventName}`, done] as const,
  ),
]);

/** What a call did, in words, as the end of "Someone …". */
export const doneBy = ({ eventSource, eventName }: Pick<ApiCall, 'eventSource' | 'eventName'>): string =>
  WORDS.get(`${eventSource} ${eventName}`) ?? 'made another call';
