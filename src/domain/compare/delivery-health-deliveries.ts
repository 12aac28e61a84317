import type { TrailSettings } from '../parts.ts';
import type { TrailStatus } from '../trail.ts';

/** What delivery is judged by. Times are milliseconds since the epoch. */
export interface AboutDelivery {
  readonly now: number;
  /** As they must be: what is not wanted cannot be missed. */
  readonly settings: TrailSettings;
  /**
   * Since when trail and destinations are known to be as they are: the later of the approval and the last repair. An error or
   * a silence from before says nothing of them. @default 0
   */
  readonly unchangedSince?: number;
  /**
   * When something happened that the trail records: an event in history, or a read of the guard's own when the selectors take
   * such. One from over an hour ago says most. Left out: the account may be quiet, and no silence counts.
   */
  readonly eventAt?: number;
}

const MINUTE_MS = 60_000;
/**
 * "An average of about 5 minutes", "not guaranteed"; until 2023 AWS said 15.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
 * @see https://tracebit.com/blog/2023/11/how-fast-is-cloudtrail-today-investigating-cloudtrail-delays-using-athena
 */
export const DELIVERY_TAKES_MS = 15 * MINUTE_MS;
export const IS_LATE_AFTER_MS = 60 * MINUTE_MS;
/**
 * Every hour there is a digest file, "even when there has been no API activity". Three are missed.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html
 */
const DIGEST_IS_LATE_AFTER_MS = 3 * 60 * MINUTE_MS;

/** One of the things that a trail delivers. */
export interface Delivery {
  readonly error: `latest${string}Error` & keyof TrailStatus;
  readonly time: `latest${string}Time` & keyof TrailStatus;
  /** What is delivered, and where to. */
  readonly what: string;
  readonly to: string;
  readonly isWanted: (settings: TrailSettings) => boolean;
  /** Whether there should have been another one since the last. */
  readonly isOverdue: (since: number, status: TrailStatus, about: AboutDelivery) => boolean;
}

/**
 * What is over an hour old should have arrived. Each of the two destinations is a witness for the other: what reached the one
 * had to reach the other.
 */
const isOverdue = (since: number, now: number, events: readonly (number | undefined)[]): boolean =>
  events.some((at) => at !== undefined && at - since > DELIVERY_TAKES_MS && now - at > IS_LATE_AFTER_MS);

export const DELIVERIES: readonly Delivery[] = [
  {
    error: 'latestDeliveryError',
    time: 'latestDeliveryTime',
    what: 'log files',
    to: 'the bucket',
    isWanted: () => true,
    isOverdue: (since, { latestCloudWatchLogsDeliveryTime }, { now, eventAt }) =>
      isOverdue(since, now, [eventAt, latestCloudWatchLogsDeliveryTime]),
  },
  {
    error: 'latestDigestDeliveryError',
    time: 'latestDigestDeliveryTime',
    what: 'digest files',
    to: 'the bucket',
    isWanted: ({ LogFileValidationEnabled }) => LogFileValidationEnabled,
    isOverdue: (since, _, { now }) => now - since > DIGEST_IS_LATE_AFTER_MS,
  },
  {
    error: 'latestCloudWatchLogsDeliveryError',
    time: 'latestCloudWatchLogsDeliveryTime',
    what: 'events',
    to: 'CloudWatch Logs',
    isWanted: ({ CloudWatchLogsLogGroupArn }) => CloudWatchLogsLogGroupArn !== null,
    isOverdue: (since, { latestDeliveryTime }, { now, eventAt }) =>
      isOverdue(since, now, [eventAt, latestDeliveryTime]),
  },
  {
    error: 'latestNotificationError',
    time: 'latestNotificationTime',
    what: 'notifications of log files',
    to: 'the topic',
    isWanted: ({ SnsTopicARN }) => SnsTopicARN !== null,
    // Healthy trails were seen whose time is days old: https://github.com/awslabs/aws-config-rules/issues/401
    isOverdue: () => false,
  },
];
