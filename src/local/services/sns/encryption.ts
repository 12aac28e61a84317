import type { Caller } from '../../endpoint/caller.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { lookUpKey } from '../kms/find-key.ts';
import type { Key } from '../kms/key.ts';
import { encryptionConditions, mayUseThrough } from '../kms/through-service.ts';
import { isAllowed } from '../s3/resource-policy.ts';
import type { Topic } from './store.ts';

/** Publishers need both, as the topic asks the key in their name. @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
const KEY_ACTIONS = ['kms:GenerateDataKey', 'kms:Decrypt'];

/** SNS's own key in each account. Nobody can change its policy, which lets in no other service and no other account. */
const isManagedKey = (reference: string) => /(^|:)alias\/aws\/sns$/.test(reference);

/**
 * Whether an AWS service can publish to an encrypted topic. When it cannot, nobody is told.
 * @param source condition keys of what publishes
 */
export function letsServiceEncrypt(
  world: World,
  topic: Topic,
  service: string,
  source: ReadonlyMap<string, string>,
): boolean {
  const reference = topic.attributes.get('KmsMasterKeyId');
  if (!reference) return true;
  const key = isManagedKey(reference) ? undefined : keyOf(world, topic, reference);
  if (key?.state !== 'Enabled') return false;
  const known = TELLS_NO_SOURCE.includes(service) ? [] : source;
  const context = new Map([...known, ...encryptionConditions(encryptionContextOf(topic))]);
  return KEY_ACTIONS.every((action) =>
    isAllowed(key.policy, { principal: { service }, action, resource: key.arn, context }),
  );
}

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html (Important: EventBridge) */
const TELLS_NO_SOURCE = ['events.amazonaws.com'];

/** @throws ServiceError `KMSNotFound`, `KMSDisabled`, `KMSInvalidState`, `KMSAccessDenied` */
export function checkEncryption(world: World, topic: Topic, caller: Caller): void {
  const reference = topic.attributes.get('KmsMasterKeyId');
  if (!reference) return;
  if (isManagedKey(reference)) {
    if (caller.accountId !== topic.accountId) throw accessDenied(reference);
    return;
  }
  const key = usableKey(world, topic, reference);
  const region = topic.arn.split(':')[3] ?? '';
  const use = { service: 'sns', region, encryptionContext: encryptionContextOf(topic) };
  if (!mayUseThrough(world, key, caller, KEY_ACTIONS, use)) throw accessDenied(key.arn);
}

const encryptionContextOf = ({ arn }: Topic) => ({ 'aws:sns:topicArn': arn });

function usableKey(world: World, topic: Topic, reference: string): Key {
  const key = keyOf(world, topic, reference);
  if (!key) throw new ServiceError('KMSNotFound', `Invalid keyId ${reference}`);
  if (key.state === 'Disabled') throw new ServiceError('KMSDisabled', `${key.arn} is disabled.`);
  if (key.state === 'Enabled') return key;
  throw new ServiceError('KMSInvalidState', `${key.arn} is pending deletion.`);
}

function keyOf(world: World, { arn, accountId }: Topic, reference: string): Key | undefined {
  return lookUpKey(world, reference, { accountId, region: arn.split(':')[3] ?? '' });
}

const accessDenied = (key: string) =>
  new ServiceError(
    'KMSAccessDenied',
    `The ciphertext refers to a customer master key that does not exist, or you are not allowed to access it: ${key}`,
  );
