import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Disable the key of the alert topic',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A topic that was given to the guard may have a key; without it nothing can be published. The topic that the stack makes has none, nor has anything else of the guard.',
  dataLost: 'Nothing: messages wait in the ledger.',
  benignTwins: 'Somebody retires a key and forgets the topic.',
  whatToDo:
    'Enable the key. The guard does not watch its calls: it does not know which key a given topic has.',
  seenOtherwise:
    'By messages that cannot be sent: they wait, and an alarm tells. Queues, table, log and function of the guard have no key of a customer that could be lost.',
  provenBy: [
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
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html',
  ],
};
