/** What a call asks IAM for, by the names that its record has. */
interface ServiceActions {
  /** Of the service's actions, which is not always its host's name. */
  readonly prefix: string;
  /** Calls whose action bears the call's name. */
  readonly same: readonly string[];
  /** Calls whose action does not, or that have several. */
  readonly other?: Readonly<Record<string, readonly string[]>>;
}

/**
 * The IAM actions of every call that a technique names, by the service's host name and the record's event name. Written out, not
 * guessed: whoever adds a technique looks its calls up in AWS's list, for an action that does not exist denies nothing.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const SERVICES: Readonly<Record<string, ServiceActions>> = {
  'cloudtrail.amazonaws.com': {
    prefix: 'cloudtrail',
    same: [
      'CreateTrail',
      'DeleteChannel',
      'DeleteEventDataStore',
      'DeleteResourcePolicy',
      'DeleteServiceLinkedChannel',
      'DeleteTrail',
      'DeregisterOrganizationDelegatedAdmin',
      'DisableFederation',
      'PutEventConfiguration',
      'PutEventSelectors',
      'PutInsightSelectors',
      'PutResourcePolicy',
      'RemoveTags',
      'StopEventDataStoreIngestion',
      'StopLogging',
      'UpdateChannel',
      'UpdateEventDataStore',
      'UpdateTrail',
    ],
  },
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
  's3.amazonaws.com': {
    prefix: 's3',
    same: [
      'CreateJob',
      'DeleteBucket',
      'DeleteBucketPolicy',
      'PutAccountPublicAccessBlock',
      'PutBucketAcl',
      'PutBucketLogging',
      'PutBucketNotification',
      'PutBucketObjectLockConfiguration',
      'PutBucketOwnershipControls',
      'PutBucketPolicy',
      'PutBucketPublicAccessBlock',
      'PutBucketTagging',
      'PutBucketVersioning',
      'PutObject',
    ],
    other: {
      CopyObject: ['PutObject'],
      DeleteAccountPublicAccessBlock: ['PutAccountPublicAccessBlock'],
      DeleteBucketEncryption: ['PutEncryptionConfiguration'],
      DeleteBucketLifecycle: ['PutLifecycleConfiguration'],
      DeleteBucketOwnershipControls: ['PutBucketOwnershipControls'],
      DeleteBucketPublicAccessBlock: ['PutBucketPublicAccessBlock'],
      DeleteBucketReplication: ['PutReplicationConfiguration'],
      DeleteObject: ['DeleteObject', 'DeleteObjectVersion'],
      DeleteObjects: ['DeleteObject', 'DeleteObjectVersion'],
      // What S3 records of its own accord when CreateJob was called.
      JobCreated: ['CreateJob'],
      PutBucketEncryption: ['PutEncryptionConfiguration'],
      PutBucketLifecycle: ['PutLifecycleConfiguration'],
      PutBucketNotificationConfiguration: ['PutBucketNotification'],
      PutBucketReplication: ['PutReplicationConfiguration'],
      PutObjectLockConfiguration: ['PutBucketObjectLockConfiguration'],
      PutObjectTagging: ['PutObjectTagging', 'PutObjectVersionTagging'],
    },
  },
  'kms.amazonaws.com': {
    prefix: 'kms',
    same: [
      'DeleteAlias',
      'DeleteImportedKeyMaterial',
      'DisableKey',
      'DisableKeyRotation',
      'DisconnectCustomKeyStore',
      'PutKeyPolicy',
      'RetireGrant',
      'RevokeGrant',
      'ScheduleKeyDeletion',
      'UpdateAlias',
    ],
  },
  'sns.amazonaws.com': {
    prefix: 'sns',
    same: [
      'AddPermission',
      'DeleteTopic',
      'RemovePermission',
      'SetSubscriptionAttributes',
      'SetTopicAttributes',
      'Unsubscribe',
    ],
  },
  'logs.amazonaws.com': {
    prefix: 'logs',
    same: [
      'AssociateKmsKey',
      'DeleteAccountPolicy',
      'DeleteDataProtectionPolicy',
      'DeleteLogGroup',
      'DeleteLogStream',
      'DeleteMetricFilter',
      'DeleteResourcePolicy',
      'DeleteSubscriptionFilter',
      'DeleteTransformer',
      'DisassociateKmsKey',
      'PutAccountPolicy',
      'PutDataProtectionPolicy',
      'PutMetricFilter',
      'PutResourcePolicy',
      'PutRetentionPolicy',
      'PutSubscriptionFilter',
      'PutTransformer',
    ],
  },
  'monitoring.amazonaws.com': {
    prefix: 'cloudwatch',
    // A mute rule is asked for on each alarm that it names, too.
    // @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html
    same: [
      'DeleteAlarms',
      'DisableAlarmActions',
      'PutAlarmMuteRule',
      'PutCompositeAlarm',
      'PutMetricAlarm',
      'SetAlarmState',
    ],
  },
  'iam.amazonaws.com': {
    prefix: 'iam',
    same: [
      'AttachRolePolicy',
      'CreatePolicy',
      'CreatePolicyVersion',
      'CreateRole',
      'DeletePolicy',
      'DeleteRole',
      'DeleteRolePolicy',
      'DeleteServiceLinkedRole',
      'DetachRolePolicy',
      'PutGroupPolicy',
      'PutRolePermissionsBoundary',
      'PutRolePolicy',
      'PutUserPolicy',
      'SetDefaultPolicyVersion',
      'UpdateAssumeRolePolicy',
    ],
  },
  'events.amazonaws.com': {
    prefix: 'events',
    same: [
      'DeactivateEventSource',
      'DeleteArchive',
      'DeleteEventBus',
      'DeleteRule',
      'DisableRule',
      'PutPermission',
      'PutRule',
      'PutTargets',
      'RemovePermission',
      'RemoveTargets',
      'UpdateEventBus',
    ],
  },
  // Lambda's records carry the date of the operation's API.
  'lambda.amazonaws.com': {
    prefix: 'lambda',
    same: ['PutFunctionEventInvokeConfig', 'PutFunctionRecursionConfig', 'UpdateFunctionEventInvokeConfig'],
    other: {
      DeleteEventSourceMapping20150331: ['DeleteEventSourceMapping'],
      DeleteFunction20150331: ['DeleteFunction'],
      PutFunctionConcurrency20171031: ['PutFunctionConcurrency'],
      RemovePermission20150331v2: ['RemovePermission'],
      UpdateAlias20150331: ['UpdateAlias'],
      UpdateEventSourceMapping20150331: ['UpdateEventSourceMapping'],
      UpdateFunctionCode20150331v2: ['UpdateFunctionCode'],
      UpdateFunctionConfiguration20150331v2: ['UpdateFunctionConfiguration'],
    },
  },
  'sqs.amazonaws.com': { prefix: 'sqs', same: ['DeleteQueue', 'PurgeQueue', 'SetQueueAttributes'] },
  'scheduler.amazonaws.com': {
    prefix: 'scheduler',
    same: ['DeleteSchedule', 'DeleteScheduleGroup', 'UpdateSchedule'],
  },
  'ssm.amazonaws.com': { prefix: 'ssm', same: ['DeleteParameter', 'DeleteParameters', 'PutParameter'] },
  'dynamodb.amazonaws.com': { prefix: 'dynamodb', same: ['DeleteTable', 'UpdateItem'] },
  'cloudformation.amazonaws.com': {
    prefix: 'cloudformation',
    same: [
      'DeleteStack',
      'DeleteStackInstances',
      'DeleteStackSet',
      'ExecuteChangeSet',
      'SetStackPolicy',
      'UpdateStack',
      'UpdateTerminationProtection',
    ],
  },
  'organizations.amazonaws.com': {
    prefix: 'organizations',
    same: [
      'AttachPolicy',
      'CloseAccount',
      'DeleteOrganization',
      'DeletePolicy',
      'DeregisterDelegatedAdministrator',
      'DetachPolicy',
      'DisableAWSServiceAccess',
      'DisablePolicyType',
      'LeaveOrganization',
      'MoveAccount',
      'RemoveAccountFromOrganization',
      'UpdatePolicy',
    ],
  },
  'account.amazonaws.com': { prefix: 'account', same: ['CloseAccount', 'DisableRegion', 'EnableRegion'] },
  'guardduty.amazonaws.com': {
    prefix: 'guardduty',
    same: [
      'ArchiveFindings',
      'CreateFilter',
      'CreateIPSet',
      'DeleteDetector',
      'DeleteMembers',
      'DeletePublishingDestination',
      'DisableOrganizationAdminAccount',
      'DisassociateFromAdministratorAccount',
      'DisassociateFromMasterAccount',
      'DisassociateMembers',
      'StopMonitoringMembers',
      'UpdateDetector',
      'UpdateFilter',
      'UpdateIPSet',
      'UpdateOrganizationConfiguration',
    ],
  },
  'securityhub.amazonaws.com': {
    prefix: 'securityhub',
    same: [
      'BatchDisableStandards',
      'BatchUpdateFindings',
      'BatchUpdateStandardsControlAssociations',
      'CreateAutomationRule',
      'CreateAutomationRuleV2',
      'DeleteInsight',
      'DeleteMembers',
      'DisableImportFindingsForProduct',
      'DisableSecurityHub',
      'DisableSecurityHubV2',
      'DisassociateFromAdministratorAccount',
      'UpdateInsight',
      'UpdateStandardsControl',
    ],
  },
  'config.amazonaws.com': {
    prefix: 'config',
    same: [
      'DeleteConfigRule',
      'DeleteConfigurationAggregator',
      'DeleteConfigurationRecorder',
      'DeleteConformancePack',
      'DeleteDeliveryChannel',
      'DeleteOrganizationConfigRule',
      'DeleteRemediationConfiguration',
      'PutConfigRule',
      'PutConfigurationRecorder',
      'PutDeliveryChannel',
      'StopConfigurationRecorder',
    ],
  },
  'ec2.amazonaws.com': { prefix: 'ec2', same: ['DeleteFlowLogs'] },
  'route53resolver.amazonaws.com': {
    prefix: 'route53resolver',
    same: ['DeleteResolverQueryLogConfig', 'DisassociateResolverQueryLogConfig'],
  },
  'securitylake.amazonaws.com': {
    prefix: 'securitylake',
    same: ['DeleteAwsLogSource', 'DeleteDataLake', 'DeleteSubscriber'],
  },
  'macie2.amazonaws.com': { prefix: 'macie2', same: ['DisableMacie', 'UpdateMacieSession'] },
  'inspector2.amazonaws.com': { prefix: 'inspector2', same: ['Disable'] },
  'detective.amazonaws.com': { prefix: 'detective', same: ['DeleteGraph'] },
  'access-analyzer.amazonaws.com': { prefix: 'access-analyzer', same: ['DeleteAnalyzer'] },
  'wafv2.amazonaws.com': { prefix: 'wafv2', same: ['DeleteLoggingConfiguration'] },
  'bedrock.amazonaws.com': { prefix: 'bedrock', same: ['DeleteModelInvocationLoggingConfiguration'] },
};

/**
 * The IAM actions that a call needs, of what its record says.
 * @throws Error when the call is not in the table
 */
export function iamActionsOf(eventSource: string, eventName: string): readonly string[] {
  const { prefix, same, other } = SERVICES[eventSource] ?? { prefix: '', same: [] };
  const names = other?.[eventName] ?? (same.includes(eventName) ? [eventName] : undefined);
  if (!names) throw new Error(`No IAM action is known of ${eventName} of ${eventSource}.`);
  return names.map((name) => `${prefix}:${name}`);
}
