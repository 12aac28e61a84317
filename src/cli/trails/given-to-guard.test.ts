import { expect, test } from 'vitest';
import type { RestoringCall } from '../../domain/restoring-call.ts';
import { isGivenTo } from './given-to-guard.ts';

const step = (call: RestoringCall, input: object) => ({
  call,
  input: input as Readonly<Record<string, unknown>>,
  region: 'eu-central-1',
  trailArn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main',
  paths: [],
});

const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1234';
const TOPIC = 'arn:aws:sns:eu-central-1:111122223333:trails';
const STACK = {
  destinations: ['arn:aws:s3:::logs', KEY, TOPIC, 'arn:aws:logs:eu-central-1:111122223333:log-group:trail:*'],
};

test.each([
  ['a trail needs no giving', step('UpdateTrail', { Name: 'main' })],
  ['a bucket by its name', step('PutBucketPolicy', { Bucket: 'logs' })],
  ['a key by its ARN', step('EnableKey', { KeyId: KEY })],
  ['a key by its id', step('EnableKey', { KeyId: '1234' })],
  ['a topic by its ARN', step('SetTopicAttributes', { TopicArn: TOPIC })],
  ['a topic that is made again, by its name', step('CreateTopic', { Name: 'trails' })],
  ['a log group by its name', step('PutRetentionPolicy', { logGroupName: 'trail' })],
  ['a log group by what other calls name it', step('DeleteTransformer', { logGroupIdentifier: 'trail' })],
])('%s', (_, given) => {
  expect(isGivenTo(STACK, given)).toBe(true);
});

test.each([
  step('PutBucketPolicy', { Bucket: 'other' }),
  step('EnableKey', { KeyId: '12345' }),
  // A topic of a bucket's name is no bucket.
  step('PutBucketPolicy', { Bucket: 'trails' }),
])('what was not given is not the guard’s to put back', (other) => {
  expect(isGivenTo(STACK, other)).toBe(false);
});
