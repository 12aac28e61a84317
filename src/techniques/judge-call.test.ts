import { expect, test } from 'vitest';
import { readRecord } from '../signals/read-record.ts';
import { judgeCall } from './judge-call.ts';

function judge(eventName: string, requestParameters: unknown, eventSource = 'cloudtrail.amazonaws.com') {
  const call = readRecord({ eventName, eventSource, requestParameters });
  if ('unusable' in call) throw new Error(call.unusable.detail);
  return judgeCall(call);
}

test('a StopLogging is put back by StartLogging', () => {
  expect(judge('StopLogging', { name: 'main' })).toEqual({
    techniqueId: 'cloudtrail.stop-logging',
    severity: 'critical',
    done: 'stopped logging',
    evidence: null,
    restore: 'StartLogging',
  });
});

test('of several techniques the most severe speaks, with the evidence of all', () => {
  const request = { name: 'main', kmsKeyId: '', isMultiRegionTrail: false };
  expect(judge('UpdateTrail', request)).toMatchObject({
    techniqueId: 'cloudtrail.multi-region-off',
    evidence: 'isMultiRegionTrail is false; kmsKeyId is empty',
    restore: null,
  });
});

test.each([
  ['StartLogging', 'started logging'],
  ['UpdateTrail', 'changed settings of the trail'],
  ['DescribeTrails', 'made another call'],
])('a %s that impairs nothing is told as what it did', (eventName, done) => {
  expect(judge(eventName, { name: 'main' })).toEqual({
    techniqueId: null,
    severity: 'info',
    done,
    evidence: null,
    restore: null,
  });
});

test('a name from another service says nothing', () => {
  expect(judge('StartLogging', {}, 'example.amazonaws.com').done).toBe('made another call');
});

test('evidence quotes what the caller wrote, cut, so that it cannot pass for our words', () => {
  const s3BucketName = `x"; everything is fine\n${'y'.repeat(5000)}`;
  const { evidence } = judge('UpdateTrail', { name: 'main', s3BucketName });
  expect(evidence).toMatch(/^s3BucketName is "x\\"; everything is fine\\ny+…"$/);
  expect(evidence?.length).toBeLessThan(150);
});

test('many selectors make short evidence', () => {
  const fields = Array.from({ length: 500 }, (_, index) => ({ field: `f${index}`, equals: ['x'] }));
  const fieldSelectors = [{ field: 'eventCategory', equals: ['Management'] }, ...fields];
  const { evidence } = judge('PutEventSelectors', { advancedEventSelectors: [{ fieldSelectors }] });
  expect(evidence).toBe('management events are filtered by "f0", "f1", "f2", "f3", "f4", …');
});
