import type { World } from '../../endpoint/world.ts';
import { lookUpKey } from '../kms/find-key.ts';
import { isAllowed } from '../s3/resource-policy.ts';
import type { Bus } from './store.ts';

const KEY_ACTIONS = ['kms:DescribeKey', 'kms:GenerateDataKey', 'kms:Decrypt'];

/**
 * Whether EventBridge can encrypt a bus's events with a key: it is enabled and its policy lets EventBridge in.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html
 */
export function canUseKey(world: World, { arn }: Bus, keyId: string): boolean {
  const [, , , region = '', accountId = ''] = arn.split(':');
  const key = lookUpKey(world, keyId, { accountId, region });
  if (key?.state !== 'Enabled') return false;
  const principal = { service: 'events.amazonaws.com' };
  const context = new Map([
    ['aws:SourceArn', arn],
    ['aws:SourceAccount', accountId],
    ['kms:EncryptionContext:aws:events:event-bus:arn', arn],
  ]);
  return KEY_ACTIONS.every((action) =>
    isAllowed(key.policy, { principal, action, resource: key.arn, context }),
  );
}
