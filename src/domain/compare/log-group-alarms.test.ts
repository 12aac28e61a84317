import { describe, expect, test } from 'vitest';
import { canonicalAlarms } from '../canonical/alarm.ts';
import { compareAlarms } from './log-group-alarms.ts';
import { classesOf } from './policy/test-kit.ts';

const ALARM = {
  AlarmName: 'root.is used',
  AlarmActions: ['arn:a', 'arn:b'],
  InsufficientDataActions: ['arn:c'],
  Namespace: 'Trail',
  MetricName: 'RootUse',
  Statistic: 'Sum',
  Period: 300,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
};
const PATH = 'logGroup.alarms.root.is used';

const compared = (expected: object, actual: object | null) =>
  compareAlarms(canonicalAlarms([expected]), canonicalAlarms(actual ? [actual] : []));
const changed = (fields: object) => compared(ALARM, { ...ALARM, ...fields });

describe('an alarm over a metric of the log group', () => {
  test('that is gone is a loss', () => {
    expect(compared(ALARM, null)).toMatchObject([{ path: PATH, actual: null, class: 'weaker' }]);
  });

  test.each<[string, object]>([
    ['its actions are turned off', { ActionsEnabled: false }],
    ['arn:b is not among its AlarmActions any more', { AlarmActions: ['arn:a', 'arn:d'] }],
    ['arn:c is not among its InsufficientDataActions any more', { InsufficientDataActions: [] }],
    ['Threshold is 1000000, must be 1', { Threshold: 1e6 }],
    ['MetricName is "Nothing", must be "RootUse"', { MetricName: 'Nothing' }],
    ['Namespace is "Other", must be "Trail"', { Namespace: 'Other' }],
    ['ComparisonOperator is "LessThanThreshold"', { ComparisonOperator: 'LessThanThreshold' }],
    ['Period is 86400, must be 300', { Period: 86_400 }],
    ['EvaluationPeriods is 5, must be 1', { EvaluationPeriods: 5 }],
    ['Statistic is "Minimum", must be "Sum"', { Statistic: 'Minimum' }],
    ['TreatMissingData is "ignore", must be "missing"', { TreatMissingData: 'ignore' }],
    ['Unit is "Bits", must be not set', { Unit: 'Bits' }],
    ['Dimensions is', { Dimensions: [{ Name: 'a', Value: 'b' }] }],
    ['WarmUpConfiguration is', { WarmUpConfiguration: { WarmUpPeriodDurationInMinutes: 1440 } }],
  ])('tells less: %s', (evidence, fields) => {
    expect(changed(fields)).toMatchObject([
      { path: PATH, class: 'weaker', evidence: expect.stringContaining(evidence) },
    ]);
  });

  test('is no better for a threshold that is always reached: it would never change its state again', () => {
    expect(classesOf(changed({ Threshold: 0 }))).toEqual({ [PATH]: 'weaker' });
  });

  test('tells more by more actions, or by having them turned on', () => {
    expect(classesOf(changed({ AlarmActions: ['arn:a', 'arn:b', 'arn:d'] }))).toEqual({ [PATH]: 'stronger' });
    expect(classesOf(compared({ ...ALARM, ActionsEnabled: false }, ALARM))).toEqual({ [PATH]: 'stronger' });
    expect(classesOf(compareAlarms([], canonicalAlarms([ALARM])))).toEqual({ [PATH]: 'stronger' });
  });

  test('is the same in another order, with its defaults told, and with another text or end', () => {
    const defaults = {
      DatapointsToAlarm: 1,
      TreatMissingData: 'missing',
      EvaluateLowSampleCountPercentile: 'evaluate',
      EvaluationWindow: { SlidingWindow: {} },
      Dimensions: [],
    };
    expect(changed({ ...defaults, AlarmActions: ['arn:b', 'arn:a'] })).toEqual([]);
    expect(changed({ AlarmDescription: 'x', OKActions: ['arn:d'] })).toEqual([]);
  });
});

test('the canonical form of an alarm is what PutMetricAlarm takes, whatever state it is in', () => {
  const [alarm] = canonicalAlarms([
    { ...ALARM, Dimensions: [], StateValue: 'OK', AlarmArn: 'arn', StateUpdatedTimestamp: new Date(0) },
  ]);
  expect(alarm).toEqual({ ...ALARM, ActionsEnabled: true });
  expect(canonicalAlarms([alarm])).toEqual([alarm]);
});
