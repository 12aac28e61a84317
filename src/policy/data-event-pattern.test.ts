import { expect, test } from 'vitest';
import { TECHNIQUES } from '../techniques/index.ts';
import { logFilePattern } from './data-event-pattern.ts';
import { ACCOUNT, matches } from './test-kit.ts';

const LOGS = 'arn:aws:s3:::logs';
const pattern = logFilePattern(TECHNIQUES, ACCOUNT, [LOGS, 'arn:aws:s3:::more-logs']);

const isSeen = (eventName: string, record: object = {}) =>
  matches(pattern, {
    source: 'aws.s3',
    account: ACCOUNT,
    'detail-type': 'AWS API Call via CloudTrail',
    detail: {
      eventSource: 's3.amazonaws.com',
      eventName,
      userIdentity: { type: 'IAMUser' },
      resources: [
        { type: 'AWS::S3::Object', ARN: `${LOGS}/AWSLogs/x.json.gz` },
        { type: 'AWS::S3::Bucket', ARN: LOGS, accountId: ACCOUNT },
      ],
      ...record,
    },
  });

test.each(['DeleteObject', 'PutObject', 'CopyObject', 'PutObjectTagging'])(
  '%s of a log file is seen',
  (name) => {
    expect(isSeen(name)).toBe(true);
  },
);

test('so is a call that names many objects, and the bucket alone', () => {
  const resources = [
    { type: 'AWS::S3::Object', ARNPrefix: `${LOGS}/` },
    { type: 'AWS::S3::Bucket', ARN: LOGS },
  ];
  expect(isSeen('DeleteObjects', { resources })).toBe(true);
});

test('nothing of any other bucket is seen', () => {
  const resources = [
    { type: 'AWS::S3::Object', ARN: 'arn:aws:s3:::orders/logs' },
    { type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::orders' },
  ];
  expect(isSeen('DeleteObject', { resources })).toBe(false);
});

test('what CloudTrail itself writes is no attack', () => {
  const userIdentity = { type: 'AWSService', invokedBy: 'cloudtrail.amazonaws.com' };
  expect(isSeen('PutObject', { userIdentity })).toBe(false);
});

test('reads are not watched', () => {
  expect(isSeen('GetObject')).toBe(false);
});
