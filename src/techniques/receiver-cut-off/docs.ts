import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Unsubscribe a receiver, or filter away what it gets',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'Nobody hears any more, and the topic looks as it was. A filter policy that never matches does the same, and keeps the subscription.',
  dataLost: 'Messages to that receiver in that time; the ledger and the log of the guard have them.',
  benignTwins:
    'Somebody leaves the team, or clicks the link at the end of a mail: anybody with such a mail can, and CloudTrail then knows no caller. A receiver that is added shows nothing.',
  whatToDo:
    'Subscribe again, and confirm with AuthenticateOnUnsubscribe, so that the link in the mail no longer works. The guard counts subscriptions that wait; an alarm tells of them.',
  undo: [
    'aws sns list-subscriptions-by-topic --topic-arn <topic ARN> --region <Region of the topic>',
    'aws sns subscribe --topic-arn <topic ARN> --protocol email --notification-endpoint <address> --region <Region of the topic>',
    'aws sns confirm-subscription --topic-arn <topic ARN> --token <token from the mail> --authenticate-on-unsubscribe true --region <Region of the topic>',
  ],
  references: [
    'https://docs.aws.amazon.com/sns/latest/api/API_Unsubscribe.html',
    'https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html',
    'https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html',
  ],
};
