import type { World } from '../../endpoint/world.ts';
import { isAllowed } from '../s3/resource-policy.ts';
import { letsServiceEncrypt } from './encryption.ts';
import { findQueue } from './store.ts';

/**
 * Whether an AWS service may send messages to a queue for one of its resources: the queue's policy lets it in, and so does
 * the key it is encrypted with.
 * @param principal the service, such as `events.amazonaws.com`
 * @param sourceArn the rule or topic it acts for
 */
export function maySend(world: World, queueArn: string, principal: string, sourceArn: string): boolean {
  const queue = findQueue(world, queueArn);
  if (!queue) return false;
  const context = new Map([
    ['aws:SourceArn', sourceArn],
    ['aws:SourceAccount', sourceArn.split(':')[4] ?? ''],
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
