import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Keep digest files from reaching the bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'Log files arrive, and nobody can prove that none was changed or deleted since.',
  dataLost: 'Proof of the log files of that time, as long as no digest is delivered afterwards.',
  benignTwins: 'There is a digest every hour, also of a quiet account: three missing ones count.',
  whatToDo: 'Let CloudTrail write below CloudTrail-Digest, then validate the files.',
  undo: [
    'aws cloudtrail get-trail-status --name <trail ARN> --region <home Region>',
    'aws cloudtrail validate-logs --trail-arn <trail ARN> --start-time <time> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-cli.html',
  ],
};
