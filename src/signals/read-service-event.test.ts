import { describe, expect, test } from 'vitest';
import { readServiceEvent } from './read-service-event.ts';

const read = (fields: object) =>
  readServiceEvent({
    id: 'e-1',
    time: '2026-11-02T09:00:00Z',
    region: 'eu-central-1',
    resources: [],
    detail: {},
    ...fields,
  });
const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

describe('readServiceEvent', () => {
  test('a deleted key is named by its ARN and its id', () => {
    const fields = {
      'detail-type': 'KMS CMK Deletion',
      source: 'aws.kms',
      resources: [KEY],
      detail: { 'key-id': '1234abcd-12ab-34cd-56ef-1234567890ab' },
    };
    expect(read(fields)).toEqual({
      kind: 'service-event',
      source: 'KMS',
      id: 'e-1',
      type: 'KMS CMK Deletion',
      at: Date.UTC(2026, 10, 2, 9),
      region: 'eu-central-1',
      targets: [KEY, '1234abcd-12ab-34cd-56ef-1234567890ab'],
    });
  });

  test('a deleted alarm is named by itself and by the metric that it watched', () => {
    const metrics = [{ id: 'm1', metricStat: { metric: { name: 'RootUsage', namespace: 'Cis' } } }, 'x', {}];
    const fields = {
      'detail-type': 'CloudWatch Alarm Configuration Change',
      source: 'aws.cloudwatch',
      resources: ['arn:aws:cloudwatch:eu-central-1:111122223333:alarm:root'],
      detail: { alarmName: 'root', operation: 'delete', configuration: { metrics } },
    };
    expect(read(fields)?.targets).toEqual([
      'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:root',
      'root',
      'RootUsage',
    ]);
  });

  test('a changed parameter is named', () => {
    const detail = { name: '/trailkeeper/baseline/main', operation: 'Update' };
    const fields = { 'detail-type': 'Parameter Store Change', source: 'aws.ssm', detail };
    expect(read(fields)?.targets).toEqual(['/trailkeeper/baseline/main']);
  });

  test.each([
    [{ 'detail-type': 'KMS CMK Deletion', source: 'com.example' }],
    [{ 'detail-type': 'KMS CMK Rotation', source: 'aws.kms' }],
    [{}],
  ])('%j is none', (fields) => {
    expect(read(fields)).toBeUndefined();
  });

  test('what is not where it belongs is left out', () => {
    const fields = {
      'detail-type': 'CloudWatch Alarm State Change',
      source: 'aws.cloudwatch',
      resources: 'all',
      detail: null,
    };
    expect(read(fields)).toMatchObject({ targets: [] });
  });
});
