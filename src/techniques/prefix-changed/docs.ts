import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Change the prefix of the log files',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'New log files land where nobody looks: queries, replication and notifications go by the prefix. A lifecycle rule may expire what lies there.',
  dataLost: 'None, while no lifecycle rule expires the files.',
  benignTwins:
    'Rearranging the bucket, on purpose. The console sends every field in a save of the whole trail. There, an empty field says nothing about what was before; the record shows the technique only when the call names the field without saving the whole trail.',
  whatToDo: 'Set the prefix again, and move the files of that time to where they belong.',
  undo: [
    'aws cloudtrail update-trail --name <trail ARN> --region <home Region> --s3-key-prefix <prefix>',
    'aws cloudtrail get-trail --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html',
  ],
};
