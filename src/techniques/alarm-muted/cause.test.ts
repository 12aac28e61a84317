import { expect, test } from 'vitest';
import { detect } from '../../domain/detect.ts';
import type { Drift } from '../../domain/drift.ts';
import type { ApiCall } from '../../domain/signal.ts';
import { judgeCall } from '../judge-call.ts';
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

const judged = (eventName: string, request: ApiCall['request'], ...targets: readonly string[]) => {
  const eventSource = 'monitoring.amazonaws.com';
  const call = { eventSource, eventName, eventId: eventName, request, targets, error: null } as unknown;
  return { call: call as ApiCall, judgement: judgeCall(call as ApiCall), isGuardsOwn: false };
};

test('who put one of two alarms back did not delete the other', () => {
  const deleted = judged('DeleteAlarms', { alarmNames: ['a', 'root-is-used'] }, 'a', 'root-is-used');
  const putBack = judged('PutMetricAlarm', { ...put(1), alarmName: 'a' }, 'a', 'RootUse');
  const causesOf = (...changes: Parameters<typeof detect>[1]) =>
    detect([drift], changes, [alarmMuted]).map(({ eventId }) => eventId);
  expect(causesOf(deleted, putBack)).toEqual(['DeleteAlarms']);
  expect(causesOf(putBack)).toEqual([null]);
});
