import type { Technique } from '../domain/technique.ts';
import { accessLoggingOff } from './access-logging-off/technique.ts';
import { accountClosed } from './account-closed/technique.ts';
import { accountRemoved } from './account-removed/technique.ts';
import { advancedSelectorsNarrowed } from './advanced-selectors-narrowed/technique.ts';
import { alarmMuted } from './alarm-muted/technique.ts';
import { alertTopicChanged } from './alert-topic-changed/technique.ts';
import { baselineTampered } from './baseline-tampered/technique.ts';
import { batchJobCreated } from './batch-job-created/technique.ts';
import { bucketAclOpened } from './bucket-acl-opened/technique.ts';
import { bucketDeleted } from './bucket-deleted/technique.ts';
import { bucketNameTaken } from './bucket-name-taken/technique.ts';
import { bucketNotificationRemoved } from './bucket-notification-removed/technique.ts';
import { bucketPolicyDeleted } from './bucket-policy-deleted/technique.ts';
import { bucketPolicyWeakened } from './bucket-policy-weakened/technique.ts';
import { bucketRedirected } from './bucket-redirected/technique.ts';
import { cloudwatchLogsDetached } from './cloudwatch-logs-detached/technique.ts';
import { configRuleDeleted } from './config-rule-deleted/technique.ts';
import { controlsMuted } from './controls-muted/technique.ts';
import { dataEventsNarrowed } from './data-events-narrowed/technique.ts';
import { defaultEncryptionChanged } from './default-encryption-changed/technique.ts';
import { delegatedAdminDeregistered } from './delegated-admin-deregistered/technique.ts';
import { delegatedAdministratorRemoved } from './delegated-administrator-removed/technique.ts';
import { deleteTrail } from './delete-trail/technique.ts';
import { deliveryFailing } from './delivery-failing/technique.ts';
import { detectorOff } from './detector-off/technique.ts';
import { digestDeliveryFailing } from './digest-delivery-failing/technique.ts';
import { encryptionKeySwapped } from './encryption-key-swapped/technique.ts';
import { encryptionRemoved } from './encryption-removed/technique.ts';
import { eventBusCutOff } from './event-bus-cut-off/technique.ts';
import { eventConfigurationChanged } from './event-configuration-changed/technique.ts';
import { eventDataStoreDeleted } from './event-data-store-deleted/technique.ts';
import { eventDataStoreStopped } from './event-data-store-stopped/technique.ts';
import { eventDataStoreWeakened } from './event-data-store-weakened/technique.ts';
import { eventSourceMappingChanged } from './event-source-mapping-changed/technique.ts';
import { eventSourcesExcluded } from './event-sources-excluded/technique.ts';
import { everythingOffAtOnce } from './everything-off-at-once/technique.ts';
import { findingsSuppressed } from './findings-suppressed/technique.ts';
import { flowLogsDeleted } from './flow-logs-deleted/technique.ts';
import { functionCodeReplaced } from './function-code-replaced/technique.ts';
import { functionConfigurationChanged } from './function-configuration-changed/technique.ts';
import { functionDeleted } from './function-deleted/technique.ts';
import { functionThrottled } from './function-throttled/technique.ts';
import { globalServiceEventsOff } from './global-service-events-off/technique.ts';
import { guardRoleWeakened } from './guard-role-weakened/technique.ts';
import { insightsOff } from './insights-off/technique.ts';
import { invokePermissionRemoved } from './invoke-permission-removed/technique.ts';
import { keyAliasMoved } from './key-alias-moved/technique.ts';
import { keyDeletionScheduled } from './key-deletion-scheduled/technique.ts';
import { keyDisabled } from './key-disabled/technique.ts';
import { keyGrantsChanged } from './key-grants-changed/technique.ts';
import { keyMaterialRemoved } from './key-material-removed/technique.ts';
import { keyPolicyWeakened } from './key-policy-weakened/technique.ts';
import { keyRotationOff } from './key-rotation-off/technique.ts';
import { lakeChannelChanged } from './lake-channel-changed/technique.ts';
import { lakeFederationOff } from './lake-federation-off/technique.ts';
import { lakeResourcePolicyRemoved } from './lake-resource-policy-removed/technique.ts';
import { lifecycleRemoved } from './lifecycle-removed/technique.ts';
import { logEventsMasked } from './log-events-masked/technique.ts';
import { logEventsTransformed } from './log-events-transformed/technique.ts';
import { logFileValidationOff } from './log-file-validation-off/technique.ts';
import { logFilesDeleted } from './log-files-deleted/technique.ts';
import { logFilesExpireEarly } from './log-files-expire-early/technique.ts';
import { logFilesOverwritten } from './log-files-overwritten/technique.ts';
import { logFilesReencrypted } from './log-files-reencrypted/technique.ts';
import { logFilesTagged } from './log-files-tagged/technique.ts';
import { logGroupDeleted } from './log-group-deleted/technique.ts';
import { logGroupKeyChanged } from './log-group-key-changed/technique.ts';
import { logPolicyChanged } from './log-policy-changed/technique.ts';
import { logRetentionShortened } from './log-retention-shortened/technique.ts';
import { logSourceRemoved } from './log-source-removed/technique.ts';
import { logStreamDeleted } from './log-stream-deleted/technique.ts';
import { logsDeliveryFailing } from './logs-delivery-failing/technique.ts';
import { logsRoleBroken } from './logs-role-broken/technique.ts';
import { managementEventsOff } from './management-events-off/technique.ts';
import { metricFilterChanged } from './metric-filter-changed/technique.ts';
import { multiRegionOff } from './multi-region-off/technique.ts';
import { notificationFailing } from './notification-failing/technique.ts';
import { objectLockWeakened } from './object-lock-weakened/technique.ts';
import { objectOwnershipChanged } from './object-ownership-changed/technique.ts';
import { organizationDeleted } from './organization-deleted/technique.ts';
import { organizationLeft } from './organization-left/technique.ts';
import { organizationTrailOff } from './organization-trail-off/technique.ts';
import { otherDetectorsOff } from './other-detectors-off/technique.ts';
import { policyVersionSwapped } from './policy-version-swapped/technique.ts';
import { prefixChanged } from './prefix-changed/technique.ts';
import { protectingPolicyRemoved } from './protecting-policy-removed/technique.ts';
import { publicAccessBlockWeakened } from './public-access-block-weakened/technique.ts';
import { queryLoggingDeleted } from './query-logging-deleted/technique.ts';
import { queueBroken } from './queue-broken/technique.ts';
import { readOnlyEventsOnly } from './read-only-events-only/technique.ts';
import { receiverCutOff } from './receiver-cut-off/technique.ts';
import { recorderStopped } from './recorder-stopped/technique.ts';
import { recursiveLoggingOff } from './recursive-logging-off/technique.ts';
import { regionSwitched } from './region-switched/technique.ts';
import { removeTags } from './remove-tags/technique.ts';
import { replicationRemoved } from './replication-removed/technique.ts';
import { requestPadded } from './request-padded/technique.ts';
import { ruleDeleted } from './rule-deleted/technique.ts';
import { ruleDisabled } from './rule-disabled/technique.ts';
import { ruleReplaced } from './rule-replaced/technique.ts';
import { ruleTargetsChanged } from './rule-targets-changed/technique.ts';
import { selectorsReplaced } from './selectors-replaced/technique.ts';
import { serviceLinkedChannelDeleted } from './service-linked-channel-deleted/technique.ts';
import { serviceLinkedRoleDeleted } from './service-linked-role-deleted/technique.ts';
import { snsNotificationRemoved } from './sns-notification-removed/technique.ts';
import { stackChanged } from './stack-changed/technique.ts';
import { stopLogging } from './stop-logging/technique.ts';
import { subscriptionFilterChanged } from './subscription-filter-changed/technique.ts';
import { sweepStopped } from './sweep-stopped/technique.ts';
import { topicChanged } from './topic-changed/technique.ts';
import { topicDeleted } from './topic-deleted/technique.ts';
import { trailQuotaUsedUp } from './trail-quota-used-up/technique.ts';
import { trustedAccessDisabled } from './trusted-access-disabled/technique.ts';
import { versioningWeakened } from './versioning-weakened/technique.ts';
import { writeOnlyEventsOnly } from './write-only-events-only/technique.ts';

/** Every technique that a call or the state shows, the most severe first: of several that one call shows, the first speaks for it. */
export const TECHNIQUES: readonly Technique[] = [
  stopLogging,
  deleteTrail,
  everythingOffAtOnce,
  multiRegionOff,
  organizationTrailOff,
  bucketRedirected,
  encryptionKeySwapped,
  globalServiceEventsOff,
  managementEventsOff,
  readOnlyEventsOnly,
  advancedSelectorsNarrowed,
  eventDataStoreDeleted,
  keyDisabled,
  keyDeletionScheduled,
  keyPolicyWeakened,
  keyMaterialRemoved,
  bucketDeleted,
  bucketPolicyDeleted,
  bucketPolicyWeakened,
  logFilesExpireEarly,
  logFilesReencrypted,
  logFilesDeleted,
  logGroupDeleted,
  subscriptionFilterChanged,
  guardRoleWeakened,
  ruleDisabled,
  ruleDeleted,
  ruleTargetsChanged,
  ruleReplaced,
  functionDeleted,
  functionCodeReplaced,
  functionConfigurationChanged,
  functionThrottled,
  invokePermissionRemoved,
  topicDeleted,
  receiverCutOff,
  stackChanged,
  baselineTampered,
  organizationLeft,
  accountRemoved,
  trustedAccessDisabled,
  protectingPolicyRemoved,
  organizationDeleted,
  accountClosed,
  detectorOff,
  deliveryFailing,
  bucketNameTaken,
  logFileValidationOff,
  eventSourcesExcluded,
  cloudwatchLogsDetached,
  snsNotificationRemoved,
  prefixChanged,
  dataEventsNarrowed,
  selectorsReplaced,
  trailQuotaUsedUp,
  eventDataStoreStopped,
  eventDataStoreWeakened,
  serviceLinkedChannelDeleted,
  delegatedAdminDeregistered,
  versioningWeakened,
  publicAccessBlockWeakened,
  bucketAclOpened,
  defaultEncryptionChanged,
  objectLockWeakened,
  replicationRemoved,
  bucketNotificationRemoved,
  logFilesOverwritten,
  logFilesTagged,
  logStreamDeleted,
  logRetentionShortened,
  metricFilterChanged,
  alarmMuted,
  logsRoleBroken,
  policyVersionSwapped,
  eventBusCutOff,
  eventSourceMappingChanged,
  topicChanged,
  alertTopicChanged,
  queueBroken,
  sweepStopped,
  delegatedAdministratorRemoved,
  recorderStopped,
  findingsSuppressed,
  controlsMuted,
  flowLogsDeleted,
  queryLoggingDeleted,
  logSourceRemoved,
  digestDeliveryFailing,
  logsDeliveryFailing,
  encryptionRemoved,
  writeOnlyEventsOnly,
  insightsOff,
  eventConfigurationChanged,
  lakeChannelChanged,
  lakeResourcePolicyRemoved,
  keyGrantsChanged,
  keyAliasMoved,
  accessLoggingOff,
  objectOwnershipChanged,
  logEventsMasked,
  logEventsTransformed,
  logPolicyChanged,
  logGroupKeyChanged,
  serviceLinkedRoleDeleted,
  requestPadded,
  regionSwitched,
  configRuleDeleted,
  otherDetectorsOff,
  notificationFailing,
  removeTags,
  recursiveLoggingOff,
  lakeFederationOff,
  batchJobCreated,
  keyRotationOff,
  lifecycleRemoved,
];
