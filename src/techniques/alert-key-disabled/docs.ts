import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Disable the key of the alert topic',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A topic that was given to the guard may have a key, and with EncryptionKeyArn so have the topic that the stack makes, the ledger and the function’s log. Without the key nothing can be published, by the guard or by its alarms, and the ledger does not answer. No restore needs it.',
  dataLost:
    'Nothing of a trail. Messages wait in the ledger, or in the function’s memory when the ledger has the same key; lines of the log may be lost, of which AWS says nothing.',
  benignTwins: 'Somebody retires a key and forgets the topic.',
  whatToDo:
    'Enable the key. Until then listen on the default event bus, where each incident is told as ever. The guard does not watch calls on the key: nobody could be told by the topic that it closes.',
  seenOtherwise:
    'By messages that cannot be sent: they wait, and an alarm goes off, which the same topic cannot send either; a rule on the default event bus hears it, and the incident itself. Queues and function have no key of a customer: events arrive.',
  provenBy: [
    'test/customer-key.test.ts > restores while the key is disabled, says so on the event bus, and sends the mail once the key works again',
    'src/domain/reconcile.test.ts > sends a message that could not leave at the next sweep',
    'test/template.test.ts > watch the dead letters, the queue, the function, its sweeps, its alerts and the subscription',
  ],
  undo: [
    'aws kms enable-key --key-id <key ARN> --region <Region of the topic>',
    'aws sns get-topic-attributes --topic-arn <alert topic ARN> --region <Region of the topic>',
  ],
  references: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html',
  ],
};
