import { describe, expect, test } from 'vitest';
import type { TrailSettings } from '../parts.ts';
import { compareTrail } from './trail.ts';

const TRAIL: TrailSettings = {
  S3BucketName: 'logs',
  S3KeyPrefix: null,
  SnsTopicARN: null,
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: true,
  IsOrganizationTrail: false,
  LogFileValidationEnabled: true,
  CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-central-1:111122223333:log-group:trail:*',
  CloudWatchLogsRoleArn: 'arn:aws:iam::111122223333:role/trail',
  KmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/1',
  RecursiveLogging: true,
};
const OWN = { accountId: '111122223333' };
const FOREIGN_KEY = 'arn:aws:kms:eu-central-1:999999999999:key/9';
const FOREIGN_TOPIC = 'arn:aws:sns:eu-central-1:999999999999:t';
const OWN_TOPIC = 'arn:aws:sns:eu-central-1:111122223333:t';

const told = (change: Partial<TrailSettings>, before: Partial<TrailSettings> = {}) =>
  compareTrail({ ...TRAIL, ...before }, { ...TRAIL, ...before, ...change }, OWN).map(
    (drift) => `${drift.class} ${drift.path}`,
  );

describe('compareTrail', () => {
  test('the same is no drift', () => {
    expect(told({})).toEqual([]);
  });

  test.each([
    'IsMultiRegionTrail',
    'IncludeGlobalServiceEvents',
    'IsOrganizationTrail',
    'LogFileValidationEnabled',
    'RecursiveLogging',
  ] as const)('%s off is weaker, on is stronger', (flag) => {
    expect(told({ [flag]: false }, { [flag]: true })).toEqual([`weaker trail.${flag}`]);
    expect(told({ [flag]: true }, { [flag]: false })).toEqual([`stronger trail.${flag}`]);
  });

  test('another place for log files is weaker, a first prefix too', () => {
    expect(told({ S3BucketName: 'other', S3KeyPrefix: 'x' })).toEqual([
      'weaker trail.S3BucketName',
      'weaker trail.S3KeyPrefix',
    ]);
  });

  test('a key, topic or log group that is gone or another is weaker, a first one of the account is stronger', () => {
    expect(told({ KmsKeyId: null, CloudWatchLogsLogGroupArn: null })).toEqual([
      'weaker trail.KmsKeyId',
      'weaker trail.CloudWatchLogsLogGroupArn',
    ]);
    expect(told({ KmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/2' })).toEqual([
      'weaker trail.KmsKeyId',
    ]);
    expect(told({ SnsTopicARN: OWN_TOPIC })).toEqual(['stronger trail.SnsTopicARN']);
  });

  test('a first key or topic of another account is weaker: its owner decides who reads the logs', () => {
    const drifts = compareTrail({ ...TRAIL, KmsKeyId: null }, { ...TRAIL, KmsKeyId: FOREIGN_KEY }, OWN);
    expect(drifts).toEqual([
      {
        path: 'trail.KmsKeyId',
        expected: null,
        actual: FOREIGN_KEY,
        class: 'weaker',
        evidence: 'it belongs to account 999999999999',
      },
    ]);
    expect(told({ SnsTopicARN: FOREIGN_TOPIC })).toEqual(['weaker trail.SnsTopicARN']);
  });

  test('what the loaded SDK does not know is unread, not off', () => {
    const { RecursiveLogging: _, ...old } = TRAIL;
    expect(compareTrail(TRAIL, old)).toEqual([]);
    expect(compareTrail(old, { ...TRAIL, RecursiveLogging: false })).toEqual([]);
  });
});
