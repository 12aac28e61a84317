import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Turn off the events of global services',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Events of IAM, STS, CloudFront and other global services are no longer recorded. A multi-Region trail must include them, so the same call limits it to one Region.',
  dataLost:
    'Events of global services in that time: who made users, roles and keys. Event history keeps them for 90 days, in the Region where they were made.',
  benignTwins: 'On purpose, to avoid duplicates, where another trail records them.',
  whatToDo: 'Turn them on again, and read what happened in IAM meanwhile.',
  undo: [
    'aws cloudtrail update-trail --name <trail ARN> --region <home Region> --is-multi-region-trail --include-global-service-events',
    'aws cloudtrail get-trail --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html',
  ],
};
