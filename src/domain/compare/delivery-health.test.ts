import { describe, expect, test } from 'vitest';
import type { TrailSettings } from '../parts.ts';
import type { TrailStatus } from '../trail.ts';
import { judgeDelivery } from './delivery-health.ts';
import type { AboutDelivery } from './delivery-health-deliveries.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 21, 9);
const SETTINGS: TrailSettings = {
  S3BucketName: 'logs',
  S3KeyPrefix: null,
  SnsTopicARN: 'arn:aws:sns:eu-central-1:111122223333:trail',
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: true,
  IsOrganizationTrail: false,
  LogFileValidationEnabled: true,
  CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-central-1:111122223333:log-group:trail:*',
  CloudWatchLogsRoleArn: 'arn:aws:iam::111122223333:role/trail',
  KmsKeyId: null,
};
const PLAIN = {
  ...SETTINGS,
  SnsTopicARN: null,
  LogFileValidationEnabled: false,
  CloudWatchLogsLogGroupArn: null,
};
const ago = (ms: number) => NOW - ms;
/** On for days, delivered a few minutes ago. */
const HEALTHY: TrailStatus = {
  isLogging: true,
  startLoggingTime: ago(90 * HOUR),
  latestDeliveryTime: ago(4 * MINUTE),
  latestDigestDeliveryTime: ago(50 * MINUTE),
  latestCloudWatchLogsDeliveryTime: ago(3 * MINUTE),
  latestNotificationTime: ago(50 * HOUR),
};

const judge = (status: Partial<TrailStatus>, about: Partial<AboutDelivery> = {}) =>
  judgeDelivery({ ...HEALTHY, ...status }, { now: NOW, settings: SETTINGS, ...about });
const paths = (...given: Parameters<typeof judge>) => judge(...given).map(({ path }) => path);

describe('errors', () => {
  test('each is told with what it keeps from where', () => {
    const drifts = judge({
      latestDeliveryError: 'AccessDenied',
      latestDigestDeliveryError: 'NoSuchBucket',
      latestCloudWatchLogsDeliveryError: 'ResourceNotFoundException',
      latestNotificationError: 'NotFound',
    });
    expect(drifts.map(({ path, evidence }) => `${path}: ${evidence}`)).toEqual([
      'delivery.LatestDeliveryError: log files do not reach the bucket: "AccessDenied"',
      'delivery.LatestDigestDeliveryError: digest files do not reach the bucket: "NoSuchBucket"',
      'delivery.LatestCloudWatchLogsDeliveryError: events do not reach CloudWatch Logs: "ResourceNotFoundException"',
      'delivery.LatestNotificationError: notifications of log files do not reach the topic: "NotFound"',
    ]);
    expect(drifts[0]).toMatchObject({ expected: null, actual: 'AccessDenied', class: 'weaker' });
  });

  test('a refusal is seen minutes after the last success', () => {
    // Seen so in a public lab: AccessDenied seven minutes after it, while events still reached CloudWatch Logs.
    const status = { latestDeliveryError: 'AccessDenied', latestDeliveryTime: ago(7 * MINUTE) };
    expect(paths(status)).toEqual(['delivery.LatestDeliveryError']);
  });

  test('what the trail does not deliver cannot fail', () => {
    const errors = {
      latestDigestDeliveryError: 'AccessDenied',
      latestCloudWatchLogsDeliveryError: 'AccessDenied',
      latestNotificationError: 'NotFound',
    };
    expect(paths(errors, { settings: PLAIN })).toEqual([]);
  });

  test('an error from before a repair says nothing until a delivery was due', () => {
    const error = { latestDeliveryError: 'AccessDenied' };
    expect(paths(error, { unchangedSince: ago(14 * MINUTE) })).toEqual([]);
    expect(paths(error, { unchangedSince: ago(16 * MINUTE) })).toEqual(['delivery.LatestDeliveryError']);
  });

  test('a service that was busy is told only when deliveries are late', () => {
    const busy = { latestDeliveryError: 'SlowDown' };
    expect(paths(busy)).toEqual([]);
    expect(paths({ ...busy, latestDeliveryTime: ago(2 * HOUR) })).toContain('delivery.LatestDeliveryError');
  });
});

describe('silence', () => {
  test('a quiet account is no alarm, however long nothing was delivered', () => {
    const quiet = { latestDeliveryTime: ago(80 * HOUR), latestCloudWatchLogsDeliveryTime: ago(80 * HOUR) };
    expect(paths(quiet)).toEqual([]);
    expect(paths(quiet, { eventAt: ago(10 * MINUTE) })).toEqual([]);
  });

  test('an event of over an hour ago should have been delivered', () => {
    const stale = { latestDeliveryTime: ago(3 * HOUR), latestCloudWatchLogsDeliveryTime: ago(65 * MINUTE) };
    const [drift] = judge(stale, { settings: PLAIN, eventAt: ago(70 * MINUTE) });
    expect(drift).toEqual({
      path: 'delivery.LatestDeliveryTime',
      expected: null,
      actual: '2026-11-21T06:00:00.000Z',
      class: 'weaker',
      evidence: 'no log files reached the bucket since 2026-11-21 06:00:00 UTC, though there should be some',
    });
    expect(paths(stale, { eventAt: ago(70 * MINUTE), unchangedSince: ago(61 * MINUTE) })).toEqual([]);
  });

  test('what reached CloudWatch Logs and not the bucket is missing there, and the other way round', () => {
    const [early, late] = [ago(5 * HOUR), ago(2 * HOUR)];
    expect(paths({ latestDeliveryTime: early, latestCloudWatchLogsDeliveryTime: late })).toEqual([
      'delivery.LatestDeliveryTime',
    ]);
    expect(paths({ latestDeliveryTime: late, latestCloudWatchLogsDeliveryTime: early })).toEqual([
      'delivery.LatestCloudWatchLogsDeliveryTime',
    ]);
    const together = { latestDeliveryTime: late - 5 * MINUTE, latestCloudWatchLogsDeliveryTime: late };
    expect(paths(together)).toEqual([]);
  });

  test('digests come every hour, also without events, unless validation is off or logging just began', () => {
    const missing = { latestDigestDeliveryTime: ago(4 * HOUR) };
    expect(paths(missing)).toEqual(['delivery.LatestDigestDeliveryTime']);
    expect(paths({ latestDigestDeliveryTime: ago(2 * HOUR) })).toEqual([]);
    expect(paths(missing, { settings: PLAIN })).toEqual([]);
    expect(paths({ ...missing, startLoggingTime: ago(HOUR) })).toEqual([]);
  });

  test('a trail that never delivered anything is judged from its start', () => {
    const { latestDeliveryTime: _, latestDigestDeliveryTime: __, ...never } = HEALTHY;
    const about = { now: NOW, settings: SETTINGS, eventAt: ago(70 * MINUTE) };
    const told = (startLoggingTime: number) =>
      judgeDelivery({ ...never, startLoggingTime }, about).map(({ path, actual }) => [path, actual]);
    expect(told(ago(20 * HOUR))).toEqual([
      ['delivery.LatestDeliveryTime', null],
      ['delivery.LatestDigestDeliveryTime', null],
    ]);
    expect(told(ago(30 * MINUTE))).toEqual([]);
  });
});

test('a trail that is off is told as that', () => {
  expect(paths({ isLogging: false, latestDeliveryError: 'AccessDenied' })).toEqual([]);
});
