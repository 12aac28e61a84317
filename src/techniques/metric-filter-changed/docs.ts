import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Blind an alarm by its metric filter',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The alarm never fires: the filter is gone, or has one condition more that nothing meets. Putting a filter of the same name replaces it, so the call looks like an improvement.',
  dataLost: 'Metrics of that time. The events are in the log group.',
  benignTwins: 'Filters are refined. The record shows what is set, not what was before.',
  whatToDo:
    'Put the approved filter back, then search the events of that time for what it would have counted.',
  undo: [
    'aws logs describe-metric-filters --log-group-name <log group> --region <home Region>',
    'aws logs put-metric-filter --log-group-name <log group> --filter-name <name> --filter-pattern <pattern> --metric-transformations <as approved> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteMetricFilter.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  ],
};
