import { describe, expect, it } from 'vitest';
import type { NamedFilter } from '../../domain/parts.ts';
import type { Part } from '../../domain/snapshot.ts';
import { awsError, testAws } from '../test-aws.ts';
import { readAlarms } from './alarms.ts';

const named = (...names: readonly string[]) => ({
  MetricAlarms: names.map((AlarmName) => ({ AlarmName, StateValue: 'OK' })),
});
const alarms = (...names: readonly string[]) => ({
  read: true,
  value: names.map((AlarmName) => ({ AlarmName, ActionsEnabled: true })),
});

const filter = (metricName: string, dimensions?: object): NamedFilter => ({
  filterName: `of ${metricName}`,
  metricTransformations: [{ metricNamespace: 'Trail', metricName, ...(dimensions && { dimensions }) }],
});

const read = (
  names: readonly string[] | null,
  filters: readonly NamedFilter[] | Part<readonly NamedFilter[]>,
  answers: Parameters<typeof testAws>[0] = {},
) => {
  const aws = testAws(answers);
  const part = 'read' in filters ? filters : ({ read: true, value: filters } as const);
  const where = { region: 'eu-central-1', callAws: aws.callAws };
  return readAlarms(names, Promise.resolve(part), where).then((alarms) => ({ alarms, ...aws }));
};

describe('the alarms that were approved', () => {
  it('are asked for by their names, all in one call', async () => {
    const { alarms: found, asked } = await read(['b', 'a'], [], { DescribeAlarms: named('b') });
    expect(found).toEqual(alarms('b'));
    expect(asked.map(({ operation, region, input }) => [operation, region, input])).toEqual([
      ['DescribeAlarms', 'eu-central-1', { AlarmNames: ['b', 'a'], MaxRecords: 100 }],
    ]);
  });

  it('are asked for by a hundred', async () => {
    const names = Array.from({ length: 201 }, (_, index) => `alarm-${index}`);
    const { asked } = await read(names, [], { DescribeAlarms: named() });
    expect(asked.map(({ input }) => (input.AlarmNames as string[]).length)).toEqual([100, 100, 1]);
  });

  it('cost no call where there are none', async () => {
    const { alarms: found, asked } = await read([], [filter('RootUse')]);
    expect([found, asked]).toEqual([undefined, []]);
  });

  it('are unread where they may not be read', async () => {
    expect((await read(['a'], [])).alarms).toMatchObject({ read: false });
  });
});

describe('alarms of a trail that is adopted', () => {
  it('are those over what its metric filters count, each metric asked for once', async () => {
    const { alarms: found, asked } = await read(null, [filter('Root'), filter('Root'), filter('Login')], {
      DescribeAlarmsForMetric: ({ MetricName }) => named(`on ${MetricName}`),
    });
    expect(found).toEqual(alarms('on Login', 'on Root'));
    expect(asked.map(({ input }) => input)).toEqual([
      { Namespace: 'Trail', MetricName: 'Root' },
      { Namespace: 'Trail', MetricName: 'Login' },
    ]);
  });

  it('are not looked for by values of dimensions, which only events tell', async () => {
    const { alarms: found, asked } = await read(null, [filter('ByUser', { user: '$.userName' })]);
    expect([found, asked]).toEqual([alarms(), []]);
  });

  it('are unread when the filters are, or are too many to be asked for', async () => {
    const unread = await read(null, { read: false, reason: 'denied' });
    expect(unread.alarms).toMatchObject({ read: false, reason: expect.stringContaining('denied') });
    const many = await read(
      null,
      Array.from({ length: 31 }, (_, index) => filter(`m${index}`)),
    );
    expect(many.alarms).toMatchObject({ read: false, reason: expect.stringContaining('31 metrics') });
    const refused = await read(null, [filter('Root')], {
      DescribeAlarmsForMetric: awsError('AccessDenied', 403),
    });
    expect(refused.alarms).toMatchObject({ read: false });
  });
});
