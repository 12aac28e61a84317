import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Turn off log file validation',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'No more digest files: that log files were changed or deleted later can no longer be proven.',
  dataLost:
    'Digests of the time between. The chain breaks after one hour, and files delivered meanwhile never get digests.',
  benignTwins:
    'A trail that never had it is saved with the same false by the console. The record cannot tell, but the trail ends up without.',
  whatToDo: 'Turn it on again, and compare the log files of that time with Event history while it lasts.',
  undo: [
    'aws cloudtrail update-trail --name <trail ARN> --region <home Region> --enable-log-file-validation',
    'aws cloudtrail get-trail --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
  ],
};
