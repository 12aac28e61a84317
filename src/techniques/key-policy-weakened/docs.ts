import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Replace the policy of the KMS key',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'CloudTrail may no longer encrypt, or readers may no longer decrypt, or strangers may. Nothing is delivered while CloudTrail lacks kms:GenerateDataKey* and kms:DescribeKey; the trail logs on.',
  dataLost:
    'Nothing when the policy is put back within 30 days: CloudTrail tries for 30 days to deliver what it could not deliver.',
  benignTwins:
    'Key policies are changed often, to let another reader in. The comparison asks what the policy permits, not how it is written.',
  whatToDo:
    'Put the approved policy back. A policy that locks everybody out, set with bypassPolicyLockoutSafetyCheck, is one for AWS Support.',
  undo: [
    'aws kms get-key-policy --key-id <key ARN> --policy-name default --region <Region of the key>',
    'aws kms put-key-policy --key-id <key ARN> --policy-name default --policy file://<policy.json> --region <Region of the key>',
  ],
  references: [
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
  ],
};
