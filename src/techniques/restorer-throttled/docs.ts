import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Use up CloudTrail’s quota',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'CloudTrail takes one write a second from an account and Region. Whoever makes many starves StartLogging.',
  dataLost: 'Events of the time until the restart.',
  benignTwins: 'A pipeline that changes several trails is throttled, too.',
  whatToDo:
    'Only less access ends it: a policy of the organization that denies these calls to everybody but a few. trailkeeper policy writes one.',
  seenOtherwise:
    'As what the calls are, such as stop-logging, each told with who made it; a throttled restart is tried again until it holds, and told when it takes long.',
  provenBy: [
    'test/restore.test.ts > comes back although the quota of one write a second was just used up',
    'src/domain/reconcile.test.ts > does not keep a trail dark by using up the quota for a while',
  ],
  undo: [
    'aws iam attach-user-policy --user-name <user> --policy-arn arn:aws:iam::aws:policy/AWSDenyAll',
    'aws cloudtrail start-logging --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html',
    'https://docs.aws.amazon.com/general/latest/gr/ct.html',
  ],
};
