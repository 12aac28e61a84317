import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Shorten the retention of the log group',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Older events are deleted without another call. CloudWatch Logs usually takes up to 72 hours for it.',
  dataLost: 'Events older than the new limit, once they are deleted. The files in S3 stay.',
  benignTwins:
    'Retention saves money; the record shows what is set, not what was before. Keeping for longer is no drift.',
  whatToDo: 'Set the approved retention again at once: what is not deleted yet may stay.',
  undo: [
    'aws logs put-retention-policy --log-group-name <log group> --retention-in-days <days> --region <home Region>',
    'aws logs delete-retention-policy --log-group-name <log group> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteRetentionPolicy.html',
  ],
};
