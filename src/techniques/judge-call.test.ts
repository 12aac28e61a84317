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
    restore: ['StartLogging'],
    subject: 'trail',
  });
});

test('a key’s deletion is put back by two calls, in their order', () => {
  expect(judge('ScheduleKeyDeletion', null, 'kms.amazonaws.com')).toMatchObject({
    restore: ['CancelKeyDeletion', 'EnableKey'],
    subject: 'key',
  });
});

test('of several techniques the most severe speaks, with the evidence of all', () => {
  const request = { name: 'main', kmsKeyId: '', isMultiRegionTrail: false };
  expect(judge('UpdateTrail', request)).toMatchObject({
    techniqueId: 'cloudtrail.multi-region-off',
    evidence: 'isMultiRegionTrail is false; kmsKeyId is empty',
    restore: ['UpdateTrail'],
  });
});

test.each([
  ['StartLogging', 'cloudtrail', 'started logging', null],
  ['UpdateTrail', 'cloudtrail', 'changed settings of the trail', 'trail'],
  ['DescribeTrails', 'cloudtrail', 'made another call', null],
  ['PutBucketPolicy', 's3', 'changed the policy of the bucket', 'bucket'],
  ['PutObject', 's3', 'wrote an object to the bucket', 'bucket'],
])('a %s of %s shows nothing by itself and is told as what it did', (eventName, service, done, subject) => {
  expect(judge(eventName, { name: 'main' }, `${service}.amazonaws.com`)).toEqual({
    techniqueId: null,
    severity: 'info',
    done,
    evidence: null,
    restore: [],
    subject,
  });
});

test.each([
  ['PutBucketPolicy', 's3', { bucketName: 'logs', bucketPolicy: { Statement: [] } }],
  ['PutBucketLifecycle', 's3', { bucketName: 'logs', LifecycleConfiguration: { Rule: [] } }],
  ['PutBucketNotification', 's3', { bucketName: 'logs', NotificationConfiguration: {} }],
  ['PutBucketReplication', 's3', { bucketName: 'logs', ReplicationConfiguration: { Rule: [] } }],
  ['PutKeyPolicy', 'kms', { keyId: '1234', policyName: 'default', policy: '{"Statement": []}' }],
  [
    'SetTopicAttributes',
    'sns',
    { topicArn: 'arn:aws:sns:eu-central-1:111122223333:logs', attributeName: 'Policy' },
  ],
  ['PutRolePolicy', 'iam', { roleName: 'logs', policyName: 'p', policyDocument: '{"Statement": []}' }],
  ['UpdateAssumeRolePolicy', 'iam', { roleName: 'logs', policyDocument: '{"Statement": []}' }],
  ['PutResourcePolicy', 'logs', { policyName: 'p', policyDocument: '{"Statement": []}' }],
  ['PutResourcePolicy', 'cloudtrail', { resourceArn: 'arn', resourcePolicy: '{"Statement": []}' }],
  ['PutMetricFilter', 'logs', { logGroupName: 'logs', filterName: 'f' }],
  ['PutSubscriptionFilter', 'logs', { logGroupName: 'logs', filterName: 'f' }],
])(
  'a %s of %s replaces a whole document, so that only the state says what it did',
  (name, service, request) => {
    const record = { eventName: name, eventSource: `${service}.amazonaws.com`, requestParameters: request };
    const call = readRecord(record);
    if ('unusable' in call) throw new Error(call.unusable.detail);
    expect(judgeCall(call, false)).toMatchObject({ techniqueId: null, severity: 'info' });
  },
);

test('a name from another service says nothing', () => {
  expect(judge('StartLogging', {}, 'example.amazonaws.com').done).toBe('made another call');
  expect(judge('constructor', {}, '__proto__').done).toBe('made another call');
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
  expect(evidence).toMatch(/^management events are filtered by ("f\d+", ){4}"f\d+" and 495 more;/);
  expect(evidence?.length).toBeLessThan(150);
});

test('an ordinary call that is watched for a padded request alone is about nothing', () => {
  expect(judge('CreateUser', {}, 'iam.amazonaws.com').subject).toBeNull();
  expect(judge('CreatePolicy', { policyName: 'p' }, 'iam.amazonaws.com').subject).toBeNull();
  const omitted = { omitted: true, reason: 'requestParameters too large' };
  expect(judge('CreatePolicy', omitted, 'iam.amazonaws.com')).toMatchObject({
    techniqueId: 'iam.request-padded',
    subject: 'account',
  });
});
