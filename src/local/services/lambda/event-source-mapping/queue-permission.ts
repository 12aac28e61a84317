import type { World } from '../../../endpoint/world.ts';
import { isAllowed } from '../../iam/authorize.ts';
import type { LambdaFunction } from '../store.ts';

/** What Lambda does with a queue in a function's name. */
const ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** What the function's role lacks to handle a queue's messages, in Lambda's words. */
export function missingPermission(world: World, fn: LambdaFunction, queueArn: string): string | undefined {
  const missing = ACTIONS.find((action) => !isAllowed(world, fn.settings.role, action, queueArn));
  if (!missing) return undefined;
  return `The function execution role does not have permissions to call ${missing.replace('sqs:', '')} on SQS`;
}
