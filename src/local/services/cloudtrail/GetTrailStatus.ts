import type { GetTrailStatusRequest, GetTrailStatusResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { deliveryStatusOf } from './delivery-status.ts';
import { findTrailToRead } from './find-trail.ts';
import { toSeconds } from './record.ts';

/** Tells how a trail is in the call's Region. Its shadow's deliveries there are its own. */
export const GetTrailStatus: Operation<GetTrailStatusRequest, GetTrailStatusResponse> = (input, call) => {
  const trail = findTrailToRead(input.Name, call);
  const { deliveryTriedAt, notificationTriedAt, ...live } = deliveryStatusOf(call.world, trail, call.region);
  return {
    IsLogging: trail.isLogging,
    ...live,
    ...(trail.startedAt !== undefined && { StartLoggingTime: new Date(trail.startedAt) }),
    ...(trail.stoppedAt !== undefined && { StopLoggingTime: new Date(trail.stoppedAt) }),
    // AWS calls these no longer in use and still answers with them, as text.
    LatestDeliveryAttemptTime: textOf(deliveryTriedAt),
    LatestDeliveryAttemptSucceeded: textOf(live.LatestDeliveryTime),
    LatestNotificationAttemptTime: textOf(notificationTriedAt),
    LatestNotificationAttemptSucceeded: textOf(live.LatestNotificationTime),
    TimeLoggingStarted: textOf(trail.startedAt),
    TimeLoggingStopped: textOf(trail.stoppedAt),
  };
};

const textOf = (at: Date | number | undefined): string => (at === undefined ? '' : toSeconds(Number(at)));
