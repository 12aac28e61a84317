import type { Call } from '../../../endpoint/operation.ts';
import { unsupported } from '../../../endpoint/unsupported.ts';
import { numberOf } from '../../sqs/queue-attributes.ts';
import { findQueue } from '../../sqs/store.ts';
import { invalidParameter } from '../lambda-error.ts';
import type { LambdaFunction } from '../store.ts';
import { missingPermission } from './queue-permission.ts';

/**
 * Refuses a queue that a function cannot handle.
 * @throws ServiceError `InvalidParameterValueException`
 */
export function checkQueue(queueArn: string | undefined, fn: LambdaFunction, { world }: Call): void {
  const [, , service, region] = queueArn?.split(':') ?? [];
  if (!queueArn || service !== 'sqs') throw unsupported(`the event source ${queueArn}`);
  if (region !== fn.region) throw invalidParameter('The queue and the function must be in the same Region.');
  const queue = findQueue(world, queueArn);
  if (!queue) {
    throw invalidParameter(
      'Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue.',
    );
  }
  const missing = missingPermission(world, fn, queueArn);
  if (missing) throw invalidParameter(missing);
  const visibilitySeconds = numberOf(queue, 'VisibilityTimeout');
  if (visibilitySeconds >= fn.settings.timeoutSeconds) return;
  throw invalidParameter(
    `Queue visibility timeout: ${visibilitySeconds} seconds is less than Function timeout: ${fn.settings.timeoutSeconds} seconds`,
  );
}
