/**
 * Actions of catalogued calls that no deny takes away from everybody, with the reason. They are watched and told as before.
 */
export const LEFT_ALONE: Readonly<Record<string, string>> = {
  'account:EnableRegion': 'A Region that is enabled hides nothing from a trail of all Regions.',
  'cloudtrail:CreateTrail':
    'Trails are made by whoever sets accounts up; one more weakens none of those there are.',
  'config:DeleteConfigRule': 'Teams keep rules of their own.',
  'config:DeleteConfigurationAggregator': 'It only gathers what recorders hold.',
  'config:DeleteConformancePack': 'Teams keep packs of their own.',
  'config:DeleteOrganizationConfigRule': 'Its owner changes it every day.',
  'config:DeleteRemediationConfiguration': 'Teams keep remediations of their own.',
  'config:PutConfigRule': 'Teams keep rules of their own.',
  'config:PutConfigurationRecorder': 'Setting a recorder up and narrowing it are one call.',
  'config:PutDeliveryChannel': 'Setting a channel up and redirecting it are one call.',
  'ec2:DeleteFlowLogs': 'Whoever removes a network removes its flow logs.',
  'events:DeactivateEventSource': 'A partner’s events are its receiver’s business.',
  'events:DeleteArchive': 'Archives are their owners’ to delete.',
  'events:PutPermission': 'It also gives rights on buses that are no guard’s.',
  'events:RemovePermission': 'It also takes rights on buses that are no guard’s.',
  'guardduty:ArchiveFindings': 'It is how analysts work.',
  'guardduty:CreateFilter': 'It is how analysts work.',
  'guardduty:CreateIPSet': 'It is how analysts work.',
  'guardduty:UpdateFilter': 'It is how analysts work.',
  'guardduty:UpdateIPSet': 'It is how analysts work.',
  'iam:CreatePolicyVersion':
    'A managed policy is no part of the role that holds it: a deny would need its ARN.',
  'iam:DeletePolicy': 'A managed policy is no part of the role that holds it: a deny would need its ARN.',
  'iam:SetDefaultPolicyVersion':
    'A managed policy is no part of the role that holds it: a deny would need its ARN.',
  'kms:DisconnectCustomKeyStore': 'It knows no key, so a deny would take it for every key store.',
  'logs:DeleteAccountPolicy': 'It knows no log group, and belongs to the whole account.',
  'logs:DeleteResourcePolicy': 'It knows no log group, and services of AWS need it.',
  'logs:PutAccountPolicy': 'It knows no log group, and belongs to the whole account.',
  'logs:PutResourcePolicy': 'It knows no log group, and services of AWS need it.',
  'macie2:UpdateMacieSession': 'Setting Macie up and pausing it are one call.',
  's3:CreateJob':
    'A job knows no bucket; what it does to a bucket, the deny on that bucket’s objects refuses its role.',
  'scheduler:DeleteScheduleGroup':
    'The guard’s schedule is in the default group, which AWS lets nobody delete.',
  'securityhub:BatchUpdateFindings': 'It is how analysts work.',
  'securityhub:BatchUpdateStandardsControlAssociations': 'It is how analysts work.',
  'securityhub:CreateAutomationRule': 'It is how analysts work.',
  'securityhub:CreateAutomationRuleV2': 'It is how analysts work.',
  'securityhub:DeleteInsight': 'It is how analysts work.',
  'securityhub:UpdateInsight': 'It is how analysts work.',
  'securityhub:UpdateStandardsControl': 'It is how analysts work.',
  'wafv2:DeleteLoggingConfiguration': 'Whoever removes a web ACL removes its logging.',
};

/** Techniques that no deny stops, with the reason. */
export const TECHNIQUES_LEFT_ALONE: Readonly<Record<string, string>> = {
  'iam.request-padded': 'Any call can be padded; nobody could work without these.',
};
