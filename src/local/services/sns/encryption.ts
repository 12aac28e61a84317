import type { Caller } from '../../endpoint/caller.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { isAllowed as roleMay } from '../iam/authorize.ts';
import { lookUpKey } from '../kms/find-key.ts';
import type { Key } from '../kms/key.ts';
import { isAllowed, type Principal } from '../s3/resource-policy.ts';
import type { Topic } from './store.ts';

/** Publishers need both, as the topic asks the key in their name. @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
const KEY_ACTIONS = ['kms:GenerateDataKey', 'kms:Decrypt'];

/** SNS's own key in each account. Nobody can change its policy, which lets in no other service and no other account. */
const isManagedKey = (reference: string) => /(^|:)alias\/aws\/sns$/.test(reference);

/** Whether an AWS service can publish to an encrypted topic. When it cannot, nobody is told. */
export function letsServiceEncrypt(world: World, topic: Topic, service: string): boolean {
  const reference = topic.attributes.get('KmsMasterKeyId');
  if (!reference) return true;
  const key = isManagedKey(reference) ? undefined : keyOf(world, topic, reference);
  return key?.state === 'Enabled' && policyLets(key, { service });
}

/** @throws ServiceError `KMSNotFound`, `KMSDisabled`, `KMSInvalidState`, `KMSAccessDenied` */
export function checkEncryption(world: World, topic: Topic, { accountId, arn, role }: Caller): void {
  const reference = topic.attributes.get('KmsMasterKeyId');
  if (!reference) return;
  if (isManagedKey(reference)) {
    if (accountId !== topic.accountId) throw accessDenied(reference);
    return;
  }
  const key = usableKey(world, topic, reference);
  const isLetIn = policyLets(key, { arn: role?.arn ?? arn, accountId });
  const context = contextOf(topic);
  const mayAsk = !role || KEY_ACTIONS.every((action) => roleMay(world, role.arn, action, key.arn, context));
  if (!isLetIn || !mayAsk) throw accessDenied(key.arn);
}

/** What a policy can tell SNS's use of a key by. @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
function contextOf({ arn }: Topic): ReadonlyMap<string, string> {
  const [, partition, , region] = arn.split(':');
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return new Map([
    ['kms:viaservice', `sns.${region}.${suffix}`],
    ['kms:encryptioncontext:aws:sns:topicarn', arn],
  ]);
}

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

const policyLets = (key: Key, principal: Principal) =>
  KEY_ACTIONS.every((action) => isAllowed(key.policy, { principal, action, resource: key.arn }));

const accessDenied = (key: string) =>
  new ServiceError(
    'KMSAccessDenied',
    `The ciphertext refers to a customer master key that does not exist, or you are not allowed to access it: ${key}`,
  );
