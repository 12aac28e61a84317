import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Disable the KMS key of the log files',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'CloudTrail can no longer encrypt, so it delivers nothing, and nobody can read the files that are there. The trail logs on. A change of the trail fails meanwhile.',
  dataLost:
    'Nothing when the key is enabled again within 30 days: CloudTrail tries for 30 days to deliver what it could not deliver.',
  benignTwins: 'Keys that are retired are disabled first. While it encrypts log files, this one is in use.',
  whatToDo:
    'Enable the key. Then see whether the trail records KMS at all: one that excludes kms.amazonaws.com does not record who did it.',
  undo: [
    'aws kms enable-key --key-id <key ARN> --region <Region of the key>',
    'aws kms describe-key --key-id <key ARN> --region <Region of the key>',
  ],
  references: [
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html',
  ],
};
