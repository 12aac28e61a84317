import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Change how events are aggregated or enriched',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Aggregated events are no longer made, or events lose the tags and keys that detections look for. It is a newer setting, which no published rule watches.',
  dataLost: 'The aggregations and the enrichment of that time. The events themselves are recorded.',
  benignTwins:
    'Whoever tries the feature out sets it, too. Only the baseline tells whether something was taken away.',
  whatToDo: 'Set what was approved again, and see which detections rely on it.',
  undo: [
    'aws cloudtrail get-event-configuration --trail-name <trail ARN> --region <home Region>',
    'aws cloudtrail put-event-configuration --trail-name <trail ARN> --aggregation-configurations <as approved> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventConfiguration.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventConfiguration.html',
  ],
};
