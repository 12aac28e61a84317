import type { Caller } from '../../endpoint/caller.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { isAllowed as roleMay } from '../iam/authorize.ts';
import { lookUpKey } from '../kms/find-key.ts';
import type { Key } from '../kms/key.ts';
import { isAllowed, type Principal } from '../s3/resource-policy.ts';
import type { Queue } from './store.ts';

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html */
export const toSend = ['kms:GenerateDataKey', 'kms:Decrypt'];
export const toReceive = ['kms:Decrypt'];

/** SQS's own key in each account. Its policy, which nobody can change, lets in the account and no other service. */
const isManagedKey = (reference: string) => /(^|:)alias\/aws\/sqs$/.test(reference);

/** Whether an AWS service can send to an encrypted queue. */
export function letsServiceEncrypt(world: World, queue: Queue, service: string): boolean {
  const reference = queue.attributes.get('KmsMasterKeyId');
  if (!reference) return true;
  const key = isManagedKey(reference) ? undefined : lookUpKey(world, reference, queue);
  return key?.state === 'Enabled' && policyLets(key, { service }, toSend);
}

/**
 * Lets a caller use the key of an encrypted queue.
 * @throws ServiceError `KMS.NotFoundException`, `KMS.DisabledException`, `KMS.InvalidStateException`,
 * `KMS.AccessDeniedException`
 */
export function checkEncryption(
  world: World,
  queue: Queue,
  { accountId, arn, role }: Pick<Caller, 'accountId' | 'arn' | 'role'>,
  actions: readonly string[],
) {
  const reference = queue.attributes.get('KmsMasterKeyId');
  if (!reference || isManagedKey(reference)) return;
  const key = usableKey(world, queue, reference);
  const isLetIn = policyLets(key, { arn: role?.arn ?? arn, accountId }, actions);
  const mayAsk = !role || actions.every((action) => roleMay(world, role.arn, action, key.arn));
  if (!isLetIn || !mayAsk) throw kmsError('AccessDeniedException', `${arn} may not use the key ${key.arn}.`);
}

function usableKey(world: World, queue: Queue, reference: string): Key {
  const key = lookUpKey(world, reference, queue);
  if (!key) throw kmsError('NotFoundException', `Invalid keyId ${reference}`);
  if (key.state === 'Disabled') throw kmsError('DisabledException', `${key.arn} is disabled.`);
  if (key.state === 'Enabled') return key;
  throw kmsError('InvalidStateException', `${key.arn} is pending deletion.`);
}

const policyLets = (key: Key, principal: Principal, actions: readonly string[]) =>
  actions.every((action) => isAllowed(key.policy, { principal, action, resource: key.arn }));

const kmsError = (name: string, message: string) => new ServiceError(`KMS.${name}`, message);
