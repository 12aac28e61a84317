import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete a log stream of the trail',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Its events can no longer be searched in CloudWatch Logs. CloudTrail makes the stream again with the next events, when its role may.',
  dataLost: 'What was in the stream. The files in S3 stay.',
  benignTwins: 'Nobody tidies up the streams of a trail: retention does.',
  whatToDo: 'Look into the files in S3 for what somebody wanted gone.',
  undo: ['aws logs describe-log-streams --log-group-name <log group> --region <home Region>'],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogStream.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-log-group-log-stream-naming-for-cloudtrail.html',
  ],
};
