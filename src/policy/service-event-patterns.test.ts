import { expect, test } from 'vitest';
import {
  alarmChangePattern,
  keyLossPattern,
  ownAlarmPattern,
  parameterChangePattern,
} from './service-event-patterns.ts';
import { ACCOUNT, matches, OWN } from './test-kit.ts';

const event = (source: string, type: string, detail: object, account = ACCOUNT) => ({
  source,
  account,
  'detail-type': type,
  detail,
});

test.each(['KMS CMK Deletion', 'KMS Imported Key Material Expiration'])('%s is seen of any key', (type) => {
  const detail = { 'key-id': '1234' };
  expect(matches(keyLossPattern(OWN), event('aws.kms', type, detail))).toBe(true);
  expect(matches(keyLossPattern(OWN), event('aws.kms', type, detail, '444455556666'))).toBe(false);
  expect(matches(keyLossPattern(OWN), event('aws.kms', 'KMS CMK Rotation', detail))).toBe(false);
});

test('an alarm that is changed is seen, unless Auto Scaling moves its own', () => {
  const isSeen = (alarmName: string) =>
    matches(
      alarmChangePattern(OWN),
      event('aws.cloudwatch', 'CloudWatch Alarm Configuration Change', { alarmName, operation: 'delete' }),
    );
  expect(isSeen('cis-3.5-cloudtrail-changes')).toBe(true);
  expect(isSeen('TargetTracking-table/orders-AlarmHigh-03b775c2-ea43-4b01-abe4-2bb1f7c71b30')).toBe(false);
});

test('of alarms that go off, only those of this guard are seen', () => {
  const isSeen = (alarmName: string, value = 'ALARM') =>
    matches(
      ownAlarmPattern(OWN),
      event('aws.cloudwatch', 'CloudWatch Alarm State Change', { alarmName, state: { value } }),
    );
  expect(isSeen('trailkeeper-HeartbeatAlarm-EXAMPLE')).toBe(true);
  expect(isSeen('trailkeeper-HeartbeatAlarm-EXAMPLE', 'OK')).toBe(false);
  expect(isSeen('orders-trailkeeper')).toBe(false);
});

test('a parameter is seen when it is a baseline or a window', () => {
  const isSeen = (name: string) =>
    matches(
      parameterChangePattern(OWN),
      event('aws.ssm', 'Parameter Store Change', { name, operation: 'Delete' }),
    );
  expect(isSeen('/trailkeeper/window/eu-west-1/main')).toBe(true);
  expect(isSeen('/orders/trailkeeper/x')).toBe(false);
});
