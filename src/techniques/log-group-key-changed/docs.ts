import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Change the KMS key of the log group',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'New events are encrypted with a stranger’s key, or with none of yours. Once that key is disabled, they cannot be read.',
  dataLost:
    'Events of that time in CloudWatch Logs, when the other key’s owner shuts you out. The files in S3 stay.',
  benignTwins: 'A key is replaced. The record shows what is set, not what was before.',
  whatToDo: 'Associate the approved key again. It counts for new events alone.',
  undo: [
    'aws logs associate-kms-key --log-group-name <log group> --kms-key-id <KMS key ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AssociateKmsKey.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DisassociateKmsKey.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  ],
};
