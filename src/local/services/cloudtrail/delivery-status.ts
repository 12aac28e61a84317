import type { GetTrailStatusResponse } from '@aws-sdk/client-cloudtrail';
import type { World } from '../../endpoint/world.ts';
import type { Trail } from './trail.ts';

type Outcomes = Pick<
  GetTrailStatusResponse,
  | 'LatestDeliveryTime'
  | 'LatestDeliveryError'
  | 'LatestNotificationTime'
  | 'LatestNotificationError'
  | 'LatestCloudWatchLogsDeliveryTime'
  | 'LatestCloudWatchLogsDeliveryError'
  | 'LatestDigestDeliveryTime'
  | 'LatestDigestDeliveryError'
>;

/** How a trail's deliveries of one Region went last, under the names of GetTrailStatus. */
export interface DeliveryStatus extends Outcomes {
  /** When log files were last tried to be delivered, and a notification to be sent, with whatever success. */
  readonly deliveryTriedAt?: Date;
  readonly notificationTriedAt?: Date;
}

const store = { name: 'cloudtrail.delivery-status', create: () => new Map<string, DeliveryStatus>() };

export const deliveryStatusOf = (world: World, trail: Trail, region: string): DeliveryStatus =>
  world.store(store, trail.accountId, region).get(trail.id) ?? {};

/** Keeps what changed; an error given as undefined is over. */
export function changeDeliveryStatus(
  world: World,
  trail: Trail,
  region: string,
  change: DeliveryStatus,
): void {
  const statuses = world.store(store, trail.accountId, region);
  statuses.set(trail.id, { ...statuses.get(trail.id), ...change });
}
