import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { FUNCTION_TIMEOUT_SECONDS } from './function-timeout.ts';

export interface Queues {
  readonly queue: CfnQueue;
  readonly deadLetterQueue: CfnQueue;
}

/** The longest that SQS keeps anything. */
const FOURTEEN_DAYS_SECONDS = 1_209_600;

/**
 * The queue between the rules and the function, and where messages go that nobody could use.
 *
 * Both keep messages as long as SQS can. Whoever chokes the function (concurrency set to 0, a broken role) then has to
 * keep it choked for two weeks before an event is lost, and an old event does no harm: it only makes the function look.
 */
export function addQueues(scope: Construct): Queues {
  const deadLetterQueue = new CfnQueue(scope, 'DeadLetterQueue', {
    messageRetentionPeriod: FOURTEEN_DAYS_SECONDS,
    sqsManagedSseEnabled: true,
  });
  acknowledge(deadLetterQueue, {
    'Serverless-SQSRedrivePolicy':
      'It is itself the dead-letter queue of everything in this stack: nothing receives from it but people, so nothing could be moved on.',
  });
  const queue = new CfnQueue(scope, 'Queue', {
    messageRetentionPeriod: FOURTEEN_DAYS_SECONDS,
    sqsManagedSseEnabled: true,
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    visibilityTimeout: 6 * FUNCTION_TIMEOUT_SECONDS,
    redrivePolicy: { deadLetterTargetArn: deadLetterQueue.attrArn, maxReceiveCount: 5 },
  });
  return { queue, deadLetterQueue };
}
