import type { Drift } from '../drift.ts';
import { quote } from '../request/trail-request.ts';
import { sayTime } from '../say-time.ts';
import { isLogging, type TrailStatus } from '../trail.ts';
import {
  type AboutDelivery,
  DELIVERIES,
  DELIVERY_TAKES_MS,
  type Delivery,
  IS_LATE_AFTER_MS,
} from './delivery-health-deliveries.ts';

/**
 * What GetTrailStatus, asked in the home Region, says of deliveries that fail. All of it is weaker, and nothing puts it back but
 * the repair of its cause. A trail that is off delivers nothing, and is told as that.
 */
export function judgeDelivery(status: TrailStatus, about: AboutDelivery): readonly Drift[] {
  if (!isLogging(status)) return [];
  return DELIVERIES.filter(({ isWanted }) => isWanted(about.settings)).flatMap((delivery) => [
    ...judgeError(delivery, status, about),
    ...judgeSilence(delivery, status, about),
  ]);
}

/**
 * The field is there while deliveries fail: "if there are Amazon SNS or Amazon S3 errors". So a success takes it away, and an error
 * that is read is the last thing known. A service that was busy once is no news before a delivery is late.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-additional-cli-commands.html
 */
function judgeError(
  { error, time, what, to }: Delivery,
  status: TrailStatus,
  about: AboutDelivery,
): readonly Drift[] {
  const message = status[error];
  const { now, unchangedSince = 0 } = about;
  if (!message || now - unchangedSince < DELIVERY_TAKES_MS) return [];
  if (isPassing(message) && now - (status[time] ?? 0) < IS_LATE_AFTER_MS) return [];
  return [{ ...drift(error, message), evidence: `${what} do not reach ${to}: ${quote(message)}` }];
}

function judgeSilence(delivery: Delivery, status: TrailStatus, about: AboutDelivery): readonly Drift[] {
  const { time, what, to } = delivery;
  const { startLoggingTime = 0, [time]: last } = status;
  const since = Math.max(last ?? 0, startLoggingTime, about.unchangedSince ?? 0);
  if (!delivery.isOverdue(since, status, about)) return [];
  const evidence = `no ${what} reached ${to} since ${sayTime(since)}, though there should be some`;
  return [{ ...drift(time, last === undefined ? null : new Date(last).toISOString()), evidence }];
}

const drift = (field: Delivery['error'] | Delivery['time'], actual: string | null) =>
  ({
    path: `delivery.${field.charAt(0).toUpperCase()}${field.slice(1)}`,
    expected: null,
    actual,
    class: 'weaker',
  }) as const;

/**
 * Codes that a service answers when it is busy.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * @see https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html
 */
const PASSING =
  /^(InternalError|InternalFailure|InternalServiceError|OperationAborted|RequestTimeout|ServiceUnavailable|ServiceUnavailableException|SlowDown|Throttled|ThrottlingException)\b/;

const isPassing = (message: string): boolean => PASSING.test(message);
