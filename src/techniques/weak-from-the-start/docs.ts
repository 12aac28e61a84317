import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Wait until short-lived logs are gone',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A lifecycle rule or a retention of days was there from the start. Nothing changes, so no event and no difference tells of it.',
  dataLost: 'Logs older than what was set.',
  benignTwins: 'Copies are kept elsewhere for long, and here for days: whoever adopts the baseline is asked.',
  whatToDo: 'Adopt again after a longer retention is set.',
  seenOtherwise:
    'When a baseline is adopted: what looks weak in it is listed, and at deployment in the first message.',
  provenBy: [
    'src/domain/baseline/baseline-weaknesses.test.ts > it says where a trail looks weak',
    'src/domain/baseline/baseline-weaknesses.test.ts > a rule that is off, keeps long enough, or is about other objects deletes no logs',
  ],
  undo: [
    'aws s3api get-bucket-lifecycle-configuration --bucket <bucket> --region <Region of the bucket>',
    'aws logs put-retention-policy --log-group-name <log group> --retention-in-days <days> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  ],
};
