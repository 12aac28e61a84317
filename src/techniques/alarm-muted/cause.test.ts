import { expect, test } from 'vitest';
import type { Drift } from '../../domain/drift.ts';
import type { ApiCall } from '../../domain/signal.ts';
import { alarmMuted } from './technique.ts';

const drift: Drift = {
  path: 'logGroup.alarms.root-is-used',
  expected: { AlarmName: 'root-is-used', ActionsEnabled: true, MetricName: 'RootUse', Threshold: 1 },
  actual: null,
  class: 'weaker',
};

const isCause = (eventName: string, request: ApiCall['request'], ...targets: readonly string[]) =>
  alarmMuted.isCauseOf?.({ eventName, request, targets } as unknown as ApiCall, drift);
const put = (threshold: number) => ({ alarmName: 'root-is-used', metricName: 'RootUse', threshold });

test('an alarm was muted by a call that names it', () => {
  expect(isCause('DeleteAlarms', null, 'other', 'root-is-used')).toBe(true);
  expect(isCause('DisableAlarmActions', null, 'root-is-used')).toBe(true);
  expect(isCause('DeleteAlarms', null, 'other')).toBe(false);
});

test('nobody muted an alarm by what leaves it as it is set', () => {
  expect(isCause('SetAlarmState', null, 'root-is-used')).toBe(false);
  expect(isCause('PutAlarmMuteRule', null, 'root-is-used')).toBe(false);
});

test('whoever put it back as approved is not who muted it', () => {
  expect(isCause('PutMetricAlarm', put(1), 'root-is-used', 'RootUse')).toBe(false);
  expect(isCause('PutMetricAlarm', put(1_000_000), 'root-is-used', 'RootUse')).toBe(true);
  expect(isCause('PutMetricAlarm', null, 'root-is-used')).toBe(true);
});
