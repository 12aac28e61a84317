import { beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../endpoint/caller.ts';
import { alice, mallory, testWorld } from '../../endpoint/test-world.ts';
import { s3control } from '../s3control/index.ts';
import { s3 } from './index.ts';

let aws: ReturnType<typeof testWorld>;
beforeEach(async () => {
  aws = testWorld(s3, s3control);
  await send('CreateBucket', { Bucket: 'logs' });
});

const send = (operation: string, input: object, caller?: Caller) => aws.send('s3', operation, input, caller);

const root: Caller = {
  type: 'Root',
  accountId: '111122223333',
  arn: 'arn:aws:iam::111122223333:root',
  principalId: '111122223333',
  accessKeyId: 'AKIAROOT',
};

const policyOf = (...statements: object[]) =>
  JSON.stringify({
    Statement: statements.map((statement) => ({ Resource: 'arn:aws:s3:::logs', ...statement })),
  });
const putPolicy = (...statements: object[]) =>
  send('PutBucketPolicy', { Bucket: 'logs', Policy: policyOf(...statements) });

describe('the expected owner', () => {
  test.each(['HeadBucket', 'GetBucketPolicy', 'PutBucketVersioning', 'DeleteBucket', 'ListObjectsV2'])(
    'of a bucket that is another account’s refuses %s',
    async (operation) => {
      const input = { Bucket: 'logs', ExpectedBucketOwner: '444455556666' };
      await expect(send(operation, input)).rejects.toMatchObject({ code: 'AccessDenied', status: 403 });
    },
  );

  test('of the source of a copy counts as well', async () => {
    await send('PutObject', { Bucket: 'logs', Key: 'a', Body: 'x' });
    const copy = { Bucket: 'logs', Key: 'b', CopySource: 'logs/a' };
    await expect(
      send('CopyObject', { ...copy, ExpectedSourceBucketOwner: '444455556666' }),
    ).rejects.toMatchObject({ code: 'AccessDenied' });
    await send('CopyObject', { ...copy, ExpectedSourceBucketOwner: '111122223333' });
  });

  test('that is no account is refused', async () => {
    await expect(send('HeadBucket', { Bucket: 'logs', ExpectedBucketOwner: 'me' })).rejects.toMatchObject({
      code: 'InvalidBucketOwnerAWSAccountID',
    });
  });
});

describe('a bucket policy', () => {
  test('keeps its own account out where it denies, root from the policy itself never', async () => {
    await putPolicy({ Effect: 'Deny', Principal: '*', Action: 's3:*' });
    await expect(send('GetBucketVersioning', { Bucket: 'logs' })).rejects.toMatchObject({
      code: 'AccessDenied',
    });
    await expect(send('DeleteBucketPolicy', { Bucket: 'logs' })).rejects.toMatchObject({ status: 403 });
    await expect(send('GetBucketVersioning', { Bucket: 'logs' }, root)).rejects.toThrow();
    await send('DeleteBucketPolicy', { Bucket: 'logs' }, root);
    await send('GetBucketVersioning', { Bucket: 'logs' });
  });

  test('lets other accounts do what it allows and nothing else', async () => {
    await putPolicy({ Effect: 'Allow', Principal: { AWS: mallory.arn }, Action: 's3:GetBucketVersioning' });
    await send('GetBucketVersioning', { Bucket: 'logs' }, mallory);
    await expect(send('GetBucketLogging', { Bucket: 'logs' }, mallory)).rejects.toMatchObject({
      status: 403,
    });
  });

  test('is never another account’s to read or change', async () => {
    await putPolicy({ Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 's3:*' });
    await expect(send('GetBucketPolicy', { Bucket: 'logs' }, mallory)).rejects.toMatchObject({
      code: 'MethodNotAllowed',
      status: 405,
    });
  });

  test('asks how an object is to be encrypted', async () => {
    const unencrypted = { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } };
    const Resource = 'arn:aws:s3:::logs/*';
    await putPolicy({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource,
      Condition: unencrypted,
    });
    const object = { Bucket: 'logs', Key: 'a', Body: 'x' };
    await expect(send('PutObject', object)).rejects.toMatchObject({ code: 'AccessDenied' });
    await send('PutObject', { ...object, ServerSideEncryption: 'aws:kms' });
  });

  test('names a role’s session too', async () => {
    const session: Caller = {
      ...mallory,
      type: 'AssumedRole',
      arn: 'arn:aws:sts::444455556666:assumed-role/reader/one',
      role: { arn: 'arn:aws:iam::444455556666:role/reader', name: 'reader', principalId: 'AROAREADER' },
    };
    await putPolicy({ Effect: 'Allow', Principal: { AWS: session.arn }, Action: 's3:GetBucketVersioning' });
    await send('GetBucketVersioning', { Bucket: 'logs' }, session);
  });
});

describe('the block of public access', () => {
  const everyone = { Effect: 'Allow', Principal: '*', Action: 's3:GetBucketVersioning' };
  const blockAccount = (PublicAccessBlockConfiguration: object) =>
    aws.send('s3control', 'PutPublicAccessBlock', {
      AccountId: alice.accountId,
      PublicAccessBlockConfiguration,
    });

  test('of the account holds for buckets that have none', async () => {
    await send('DeletePublicAccessBlock', { Bucket: 'logs' });
    await blockAccount({ BlockPublicPolicy: true });
    await expect(putPolicy(everyone)).rejects.toMatchObject({ code: 'AccessDenied' });
    await aws.send('s3control', 'DeletePublicAccessBlock', { AccountId: alice.accountId });
    await putPolicy(everyone);
    await send('GetBucketVersioning', { Bucket: 'logs' }, mallory);
  });

  test('closes a public bucket to other accounts', async () => {
    await send('DeletePublicAccessBlock', { Bucket: 'logs' });
    await putPolicy(everyone);
    await blockAccount({ RestrictPublicBuckets: true });
    await expect(send('GetBucketVersioning', { Bucket: 'logs' }, mallory)).rejects.toMatchObject({
      status: 403,
    });
    await send('GetBucketVersioning', { Bucket: 'logs' });
  });
});
