import { ServiceError } from '../../../endpoint/service-error.ts';
import type { World } from '../../../endpoint/world.ts';
import { isAllowed } from '../../iam/authorize.ts';
import { checkEncryption, toReceive } from '../../sqs/encryption.ts';
import { letsUse } from '../../sqs/permission.ts';
import { findQueue, type Queue } from '../../sqs/store.ts';
import type { LambdaFunction } from '../store.ts';

/** What Lambda does with a queue in a function's name. */
const ACTIONS = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];

/**
 * What keeps a function's role from handling a queue's messages, in Lambda's words: its own policies, the queue's, or the
 * key that the queue is encrypted with.
 */
export function missingPermission(world: World, fn: LambdaFunction, queueArn: string): string | undefined {
  const queue = findQueue(world, queueArn);
  const role = callerOf(fn);
  const missing = ACTIONS.find(
    (action) =>
      !isAllowed(world, fn.settings.role, `sqs:${action}`, queueArn) ||
      (queue && !letsUse(queue, action, role)),
  );
  if (missing) {
    return `The function execution role does not have permissions to call ${missing} on SQS`;
  }
  return queue && keyProblem(world, queue, role);
}

const callerOf = ({ accountId, settings }: LambdaFunction) => ({
  accountId,
  arn: settings.role,
  role: { arn: settings.role, name: settings.role.split('/').at(-1) ?? '', principalId: '' },
});

function keyProblem(world: World, queue: Queue, role: ReturnType<typeof callerOf>): string | undefined {
  try {
    checkEncryption(world, queue, role, toReceive);
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error.message;
    throw error;
  }
}
