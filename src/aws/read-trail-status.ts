import type { JsonObject } from '../domain/json.ts';
import type { TrailStatus } from '../domain/trail.ts';

const TIMES = {
  startLoggingTime: 'StartLoggingTime',
  stopLoggingTime: 'StopLoggingTime',
  latestDeliveryTime: 'LatestDeliveryTime',
  latestDigestDeliveryTime: 'LatestDigestDeliveryTime',
  latestCloudWatchLogsDeliveryTime: 'LatestCloudWatchLogsDeliveryTime',
  latestNotificationTime: 'LatestNotificationTime',
} as const satisfies Partial<Record<keyof TrailStatus, string>>;

const ERRORS = {
  latestDeliveryError: 'LatestDeliveryError',
  latestDigestDeliveryError: 'LatestDigestDeliveryError',
  latestCloudWatchLogsDeliveryError: 'LatestCloudWatchLogsDeliveryError',
  latestNotificationError: 'LatestNotificationError',
} as const satisfies Partial<Record<keyof TrailStatus, string>>;

/**
 * What GetTrailStatus answers. Fields that AWS no longer fills are not read.
 * @throws Error when the answer does not say whether the trail logs
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html
 */
export function readTrailStatus(answer: JsonObject): TrailStatus {
  if (typeof answer.IsLogging !== 'boolean')
    throw new Error('GetTrailStatus did not say whether the trail logs');
  const times = Object.entries(TIMES).flatMap(([field, name]) => {
    const time = answer[name];
    return time instanceof Date ? [[field, time.getTime()]] : [];
  });
  const errors = Object.entries(ERRORS).flatMap(([field, name]) => {
    const text = answer[name];
    return typeof text === 'string' && text !== '' ? [[field, text]] : [];
  });
  return { isLogging: answer.IsLogging, ...Object.fromEntries([...times, ...errors]) };
}
