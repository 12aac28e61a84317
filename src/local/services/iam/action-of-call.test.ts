import { expect, test } from 'vitest';
import { actionOfCall } from './action-of-call.ts';

test.each<[string, string, object, string]>([
  ['cloudtrail', 'StopLogging', {}, 'cloudtrail:StopLogging'],
  ['monitoring', 'PutMetricData', {}, 'cloudwatch:PutMetricData'],
  ['lambda', 'Invoke', {}, 'lambda:InvokeFunction'],
  ['sqs', 'SendMessageBatch', {}, 'sqs:SendMessage'],
  ['s3', 'ListObjectsV2', {}, 's3:ListBucket'],
  ['s3', 'HeadBucket', {}, 's3:ListBucket'],
  ['s3', 'HeadObject', {}, 's3:GetObject'],
  ['s3', 'GetObject', { VersionId: '1' }, 's3:GetObjectVersion'],
  ['s3', 'GetBucketLifecycleConfiguration', {}, 's3:GetLifecycleConfiguration'],
  ['s3', 'PutBucketPolicy', {}, 's3:PutBucketPolicy'],
  ['s3', 'DeleteBucketReplication', {}, 's3:PutReplicationConfiguration'],
  ['s3', 'PutObjectLockConfiguration', {}, 's3:PutBucketObjectLockConfiguration'],
  ['s3', 'DeletePublicAccessBlock', {}, 's3:PutBucketPublicAccessBlock'],
  ['s3control', 'PutPublicAccessBlock', {}, 's3:PutAccountPublicAccessBlock'],
  ['s3control', 'DeletePublicAccessBlock', {}, 's3:PutAccountPublicAccessBlock'],
  ['kms', 'DisableKey', {}, 'kms:DisableKey'],
])('%s:%s %j needs %s in the end', (service, operation, input, action) => {
  expect(actionOfCall(service, operation, input)).toBe(action);
});
