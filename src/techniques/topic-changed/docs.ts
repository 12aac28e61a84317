import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Change the policy or the key of the topic of the log files',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'CloudTrail may no longer publish, receivers may no longer subscribe, or strangers may; or a key that CloudTrail cannot use silences the topic.',
  dataLost: 'Notifications of files of that time. The files are in the bucket.',
  benignTwins:
    'Receivers are added and removed. Only the state tells whether CloudTrail can still publish and who is let in. Of the attributes DeliveryPolicy and DataProtectionPolicy no part is compared.',
  whatToDo:
    'Set policy and key as approved. An AWS-managed key of SNS does not work for CloudTrail: the topic needs a key whose policy lets it in.',
  undo: [
    'aws sns set-topic-attributes --topic-arn <topic ARN> --attribute-name Policy --attribute-value file://<policy.json> --region <Region of the topic>',
    'aws sns set-topic-attributes --topic-arn <topic ARN> --attribute-name KmsMasterKeyId --attribute-value <approved key> --region <Region of the topic>',
  ],
  references: [
    'https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html',
    'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  ],
};
