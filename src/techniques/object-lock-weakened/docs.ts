import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Weaken the default retention of the log bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'New log files can be deleted sooner, or by anyone with s3:BypassGovernanceRetention. Files that are locked already stay locked.',
  dataLost: 'None by itself; files delivered meanwhile lack their protection.',
  benignTwins: 'A shorter retention may be a decision. The record shows what is set, not what was before.',
  whatToDo:
    'Set the approved retention again: it counts for new files alone. Lock those of that time one by one.',
  undo: [
    `aws s3api put-object-lock-configuration --bucket <bucket> --object-lock-configuration '{"ObjectLockEnabled":"Enabled","Rule":{"DefaultRetention":{"Mode":"COMPLIANCE","Days":<days>}}}' --region <Region of the bucket>`,
    `aws s3api put-object-retention --bucket <bucket> --key <key> --retention 'Mode=COMPLIANCE,RetainUntilDate=<date>' --region <Region of the bucket>`,
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
  ],
};
