import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Schedule the KMS key of the log files for deletion',
  attack: ['T1562.008', 'T1685.002', 'T1485'],
  effect:
    'The key cannot be used from that moment on: nothing is delivered, nothing can be read. After 7 to 30 days it is deleted, and every log file that was encrypted with it is lost for ever.',
  dataLost:
    'Nothing when the deletion is cancelled and the key enabled within 30 days: CloudTrail tries for 30 days to deliver what it could not deliver. After the deletion: every file that the key encrypted.',
  benignTwins:
    'Keys are deleted when they are retired. Nobody deletes one that encrypts log files that have to be kept.',
  whatToDo:
    'Cancel the deletion and enable the key; AWS cannot bring a deleted key back. Take the right to schedule deletions away from the caller.',
  undo: [
    'aws kms cancel-key-deletion --key-id <key ARN> --region <Region of the key>',
    'aws kms enable-key --key-id <key ARN> --region <Region of the key>',
    'aws kms describe-key --key-id <key ARN> --region <Region of the key>',
  ],
  references: [
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html',
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
  ],
};
