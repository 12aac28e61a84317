import type { Caller } from '../../endpoint/caller.ts';
import type { World } from '../../endpoint/world.ts';
import { decide, isAllowed } from '../s3/resource-policy.ts';
import { letsServiceEncrypt } from './encryption.ts';
import { findQueue, type Queue } from './store.ts';

/**
 * Whether an AWS service may send messages to a queue for one of its resources: the queue's policy lets it in, and so does
 * the key it is encrypted with.
 * @param principal the service, such as `events.amazonaws.com`
 * @param sourceArn the rule or topic it acts for
 */
export function maySend(
  world: World,
  queueArn: string,
  principal: string,
  sourceArn: string,
  sourceAccount = sourceArn.split(':')[4] ?? '',
): boolean {
  const queue = findQueue(world, queueArn);
  if (!queue) return false;
  const context = new Map([
    ['aws:SourceArn', sourceArn],
    ['aws:SourceAccount', sourceAccount],
    ['aws:PrincipalIsAWSService', 'true'],
    ['aws:SecureTransport', 'true'],
  ]);
  const request = {
    principal: { service: principal },
    action: 'sqs:SendMessage',
    resource: queueArn,
    context,
  };
  return isAllowed(queue.attributes.get('Policy'), request) && letsServiceEncrypt(world, queue, principal);
}

/**
 * Whether a queue's policy lets somebody use it: in its own account unless it denies that, from another one only if it
 * allows it. What his own policies say is another question.
 */
export function letsUse(
  { arn, accountId, attributes }: Queue,
  action: string,
  caller: Pick<Caller, 'accountId' | 'arn' | 'role'>,
): boolean {
  const policy = attributes.get('Policy');
  const isOwn = caller.accountId === accountId;
  if (policy === undefined) return isOwn;
  const principal = { arn: caller.role?.arn ?? caller.arn, accountId: caller.accountId };
  const context = new Map([
    ['aws:PrincipalAccount', caller.accountId],
    ['aws:PrincipalArn', principal.arn],
    ['aws:SecureTransport', 'true'],
  ]);
  const request = { principal, action: `sqs:${action}`, resource: arn, context };
  const decision = decide(policy, request);
  return isOwn ? decision !== 'denied' : decision === 'allowed';
}
