import { expect, test } from 'vitest';
import type { Call } from '../../endpoint/operation.ts';
import { alice, testWorld } from '../../endpoint/test-world.ts';
import { permissionsOfCall } from './permissions-of-call.ts';

const { world } = testWorld();
const call = {
  world,
  accountId: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
  caller: alice,
} as Call;

const neededFor = (operation: string, input: object) =>
  permissionsOfCall({ service: 's3', operation, input: { Bucket: 'b', ...input }, call }).map(
    ({ action, resource }) => [action, resource],
  );

const BUCKET = 'arn:aws:s3:::b';

test.each<[string, object, string[][]]>([
  [
    'CreateBucket',
    { ObjectLockEnabledForBucket: true, ACL: 'private' },
    [
      ['s3:CreateBucket', BUCKET],
      ['s3:PutBucketAcl', BUCKET],
      ['s3:PutBucketObjectLockConfiguration', BUCKET],
      ['s3:PutBucketVersioning', BUCKET],
    ],
  ],
  [
    'DeleteObjects',
    { Delete: { Objects: [{ Key: 'k' }, { Key: 'l', VersionId: '1' }] } },
    [
      ['s3:DeleteObject', `${BUCKET}/k`],
      ['s3:DeleteObjectVersion', `${BUCKET}/l`],
    ],
  ],
  [
    'DeleteObject',
    { Key: 'k', VersionId: '1', BypassGovernanceRetention: true },
    [
      ['s3:DeleteObjectVersion', `${BUCKET}/k`],
      ['s3:BypassGovernanceRetention', `${BUCKET}/k`],
    ],
  ],
  [
    'CopyObject',
    { Key: 'k', CopySource: '/from/a%20b?versionId=1', Tagging: 'a=b' },
    [
      ['s3:PutObject', `${BUCKET}/k`],
      ['s3:PutObjectTagging', `${BUCKET}/k`],
      ['s3:GetObjectVersion', 'arn:aws:s3:::from/a b'],
    ],
  ],
  [
    'PutBucketReplication',
    { ReplicationConfiguration: { Role: 'arn:aws:iam::111122223333:role/r' } },
    [
      ['s3:PutReplicationConfiguration', BUCKET],
      ['iam:PassRole', 'arn:aws:iam::111122223333:role/r'],
    ],
  ],
])('%s %j needs each of what it does', (operation, input, needed) => {
  expect(neededFor(operation, input)).toEqual(needed);
});
