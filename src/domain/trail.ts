import type { TrailSettings } from './parts.ts';

/** A trail of this account, or of the organization, as DescribeTrails answers. */
export interface Trail {
  readonly name: string;
  readonly arn: string;
  /** Whose it is: of an organization's trail the management account. */
  readonly accountId: string;
  readonly partition: string;
  readonly homeRegion: string;
  readonly isMultiRegion: boolean;
  readonly isOrganization: boolean;
  /** Null for a trail of which only the name is known. */
  readonly settings: TrailSettings | null;
}

/**
 * What GetTrailStatus tells. Times are milliseconds since the epoch; a field that AWS left out is absent.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html
 */
export interface TrailStatus {
  readonly isLogging: boolean;
  readonly startLoggingTime?: number;
  readonly stopLoggingTime?: number;
  /** Problems with the bucket only, and no time-outs. */
  readonly latestDeliveryError?: string;
  readonly latestDeliveryTime?: number;
  readonly latestDigestDeliveryError?: string;
  readonly latestDigestDeliveryTime?: number;
  readonly latestCloudWatchLogsDeliveryError?: string;
  readonly latestCloudWatchLogsDeliveryTime?: number;
  readonly latestNotificationError?: string;
  readonly latestNotificationTime?: number;
}

/**
 * The trail that a name or an ARN means, among trails already known; nothing else of the text is used. A bare name means
 * the trail whose home Region it is used in: CloudTrail takes writes nowhere else.
 */
export const findTrail = (
  trails: readonly Trail[],
  nameOrArn: string | null,
  region: string,
): Trail | undefined =>
  trails.find(({ arn }) => arn === nameOrArn) ??
  trails.find(({ name, homeRegion }) => name === nameOrArn && homeRegion === region);

/**
 * The trail that a call is about. A bare name means a trail of the caller's own account: the organization's has to be named by its ARN.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html
 */
export function trailOfCall(trails: readonly Trail[], call: CallOnTrail): Trail | undefined {
  const { trailAsRecorded, region, accountId } = call;
  const own = trails.filter((trail) => accountId === '' || trail.accountId === accountId);
  return findTrail(own, trailAsRecorded, region) ?? trails.find(({ arn }) => arn === trailAsRecorded);
}

interface CallOnTrail {
  readonly trailAsRecorded: string | null;
  readonly region: string;
  /** Empty when the record does not say it. */
  readonly accountId: string;
}

/**
 * Reads lag behind writes: `IsLogging: true` counts only when the last start is not before the last stop. Equal times
 * count: a restart may fall into the same second as the stop.
 */
export function isLogging(status: TrailStatus): boolean {
  const { startLoggingTime, stopLoggingTime } = status;
  if (!status.isLogging) return false;
  return (
    startLoggingTime === undefined || stopLoggingTime === undefined || startLoggingTime >= stopLoggingTime
  );
}

/**
 * Does this status prove that the trail logs again after a stop at `stoppedAt`? CloudTrail's event times have no
 * fraction of a second, so the start is compared with the second the stop lies in.
 */
export function isLoggingSince(status: TrailStatus, stoppedAt: number): boolean {
  return isLogging(status) && (status.startLoggingTime ?? 0) >= Math.floor(stoppedAt / 1000) * 1000;
}
