import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Pad a policy so that CloudTrail leaves it out of the record',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'CloudTrail leaves requests over 100 KB out of its records. IAM takes a policy padded with white space, so its record says who and when, and not what. An event over 256 KB does not reach EventBridge at all.',
  dataLost: 'The request of that call. The policy itself can be read.',
  benignTwins:
    'None known: IAM’s limits for policies do not count white space, and no policy of theirs comes near 100 KB without it.',
  whatToDo: 'Read what is in place now; the record does not even say of which user or role.',
  undo: [
    'aws iam get-account-authorization-details',
    'aws iam get-role-policy --role-name <role> --policy-name <name>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
    'https://github.com/elastic/detection-rules/pull/4788',
  ],
};
