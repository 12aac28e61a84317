import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Remove the KMS key of the log files',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'New log files are encrypted with a key of S3. Whoever may read the bucket may read them: no key policy stands before it. Recording goes on.',
  dataLost: 'None; new files are less protected.',
  benignTwins:
    'The console sends every field in a save of the whole trail. There, an empty field says nothing about what was before; the record shows the technique only when the call names the field without saving the whole trail.',
  whatToDo: 'Set the key again. Files written meanwhile keep their encryption.',
  undo: [
    'aws cloudtrail update-trail --name <trail ARN> --region <home Region> --kms-key-id <KMS key ARN>',
    'aws cloudtrail get-trail --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
  ],
};
