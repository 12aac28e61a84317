import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Change the bucket, key or topic in its own account or Region',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The call is recorded where the thing is: in the log archive’s account, or on another Region’s bus. This account sees no event of it.',
  dataLost: 'What could not be delivered for more than 30 days.',
  benignTwins:
    'The log archive’s owner changes its policies: a part of another account is named as owned elsewhere, and not told at every sweep.',
  whatToDo:
    'Deploy a guard in the account that owns the part; it takes the bucket and the key as guarded destination though it has no trail.',
  seenOtherwise:
    'In the state, as the technique of the bucket, key or topic, without a call; where another account’s part may not be read, by the delivery error that follows. The guard in that account sees the call.',
  provenBy: [
    'src/aws/parts/parts.test.ts > that was approved as another account’s is left to the guard there',
    'src/domain/compare/delivery-health.test.ts > a refusal is seen minutes after the last success',
  ],
  undo: ['aws cloudtrail get-trail-status --name <trail ARN> --region <home Region>'],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-receive-logs-from-multiple-accounts.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-set-bucket-policy-for-multiple-accounts.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html',
  ],
};
