import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'End the queries of an event data store in Athena',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Detections and dashboards that query the store in Athena fail. It is also the step before a deletion, which is refused while federation is on.',
  dataLost: 'None; events stay in the store and can be queried in CloudTrail Lake.',
  benignTwins: 'Tidying up an integration that nobody uses.',
  whatToDo: 'Enable it again with the same role, and watch the store: a deletion may follow.',
  undo: [
    'aws cloudtrail enable-federation --event-data-store <event data store ARN> --federation-role-arn <role ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DisableFederation.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EnableFederation.html',
  ],
};
