import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { isAllowed } from '../iam/authorize.ts';
import { roleTrustsService } from '../iam/trust.ts';
import { checkEncryption, toSend } from '../sqs/encryption.ts';
import { letsUse } from '../sqs/permission.ts';
import { findQueue } from '../sqs/store.ts';
import type { Schedule } from './store.ts';

/**
 * Whether a role lets the Scheduler in. It asks on behalf of the schedule's group, not of the schedule.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 */
export const trustsScheduler = (world: World, roleArn: string, groupArn: string): boolean =>
  roleTrustsService(world, roleArn, 'scheduler.amazonaws.com', {
    sourceArn: groupArn,
    sourceAccount: groupArn.split(':')[4] ?? '',
  });

/**
 * Throws what the target's API answers to a schedule whose role may not call it, or is gone.
 * @throws ServiceError `AccessDeniedException`
 */
export function refuseUnlessRoleMay(
  world: World,
  { group, settings }: Schedule,
  action: string,
  resource: string,
) {
  const { RoleArn } = settings.target;
  if (!trustsScheduler(world, RoleArn, group.arn)) {
    throw accessDenied(`The role ${RoleArn} does not exist or does not trust scheduler.amazonaws.com.`);
  }
  if (isAllowed(world, RoleArn, action, resource)) return;
  throw accessDenied(
    `${RoleArn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  );
}

const accessDenied = (message: string) => new ServiceError('AccessDeniedException', message, 403);

/**
 * Throws what SQS answers to a schedule whose role the queue's policy or key does not let in.
 * @throws ServiceError `AccessDeniedException`, `KMS.DisabledException` and its like
 */
export function refuseUnlessQueueLets(world: World, { accountId, settings }: Schedule, queueArn: string) {
  const { RoleArn: arn } = settings.target;
  const queue = findQueue(world, queueArn);
  if (!queue) return;
  if (!letsUse(queue, 'SendMessage', { accountId, arn })) {
    throw accessDenied(
      `${arn} is not authorized to perform: sqs:SendMessage with an explicit deny in a resource-based policy`,
    );
  }
  checkEncryption(world, queue, { accountId, arn, role: { arn, name: '', principalId: '' } }, toSend);
}
