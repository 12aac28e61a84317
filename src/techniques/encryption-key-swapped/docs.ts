import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Encrypt the log files with another key',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Log files keep arriving, and only those whom the owner of the other key lets may read them. Logging stays on and no delivery error shows.',
  dataLost: 'Files written with the other key, when its owner does not grant decryption or deletes it.',
  benignTwins:
    'Organizations may keep one key for all accounts in a central account: compare the account in the key’s ARN. A record shows the technique only for a key of another account; in the state any key counts but the approved one.',
  whatToDo:
    'Set the key that was approved. Try to read a file of that time, and copy what can be read before the key is taken away.',
  undo: [
    'aws cloudtrail update-trail --name <trail ARN> --region <home Region> --kms-key-id <KMS key ARN>',
    'aws cloudtrail get-trail --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
  ],
};
