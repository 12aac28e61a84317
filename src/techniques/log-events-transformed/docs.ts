import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Give the events of the log group another form',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Queries of Logs Insights see the events as they left the transformer: without a field, with another value or under another name. So do metric and subscription filters that ask for the transformed events. Other filters go on with the originals. Without a transformer that was approved, those that ask for its form no longer match.',
  dataLost:
    'No event is: the originals are stored beside the transformed ones, for as long, and GetLogEvents and FilterLogEvents return them. A transformation is never taken back: of that time Logs Insights goes on showing the transformed events. The files in S3 are as they were.',
  benignTwins:
    'A team adds fields for its searches, or asks for OCSF. Whether what others look for survives that, no configuration tells, so every transformer that nobody approved is taken away: approve it, or open a window before. Only log groups of the class Standard have one.',
  whatToDo:
    'Delete the transformer that nobody approved, or put the approved one back. Either works on new events alone. Without one of its own, the group takes that of the account, if there is any.',
  undo: [
    'aws logs delete-transformer --log-group-identifier <log group> --region <home Region>',
    'aws logs put-transformer --log-group-identifier <log group> --transformer-config file://<processors.json> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutTransformer.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteTransformer.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html',
  ],
};
