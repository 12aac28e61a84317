import type { World } from '../../endpoint/world.ts';
import { putOnBus } from '../events/bus.ts';
import { type Key, regionOf } from './key.ts';

interface KeyEvent {
  /** What EventBridge calls it. */
  readonly detailType: 'KMS CMK Deletion' | 'KMS Imported Key Material Expiration';
  /** What CloudTrail records it as, for who has a trail. */
  readonly eventName: 'DeleteKey' | 'DeleteExpiredKeyMaterial';
}

/**
 * Tells what KMS did to a key by itself: straight on the default bus of the key's account and Region, whether or not a trail
 * logs, and as an event of the service to CloudTrail.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/ct-delete-key.html
 */
export function emitKeyEvent(world: World, key: Key, { detailType, eventName }: KeyEvent): void {
  const { accountId, arn, id } = key;
  const region = regionOf(key);
  const at = world.clock.now();
  putOnBus(world, accountId, region, {
    'detail-type': detailType,
    source: 'aws.kms',
    account: accountId,
    time: `${new Date(at).toISOString().slice(0, 19)}Z`,
    region,
    resources: [arn],
    detail: { 'key-id': id },
  });
  world.emit('serviceEvent', {
    service: 'kms',
    eventName,
    accountId,
    region,
    resources: [{ accountId, type: 'AWS::KMS::Key', ARN: arn }],
    details: eventName === 'DeleteKey' ? undefined : { keyId: id },
    at,
  });
}
