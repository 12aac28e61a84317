import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { mallory, testWorld } from '../../endpoint/test-world.ts';
import { kms } from '../kms/index.ts';
import { s3 } from './index.ts';

let aws: ReturnType<typeof testWorld>;
beforeEach(async () => {
  aws = testWorld(s3, kms);
  await send('CreateBucket', {});
  await send('PutObject', { Key: 'log', Body: 'x' });
});

const send = (operation: string, input: object) => aws.send('s3', operation, { Bucket: 'logs', ...input });
const copyOntoItself = (more: object = {}) =>
  send('CopyObject', { Key: 'log', CopySource: 'logs/log', ...more });
const createKey = async (caller?: typeof mallory) => {
  const { KeyMetadata } = (await aws.send('kms', 'CreateKey', {}, caller)) as {
    KeyMetadata: { Arn: string };
  };
  return KeyMetadata.Arn;
};

describe('an object', () => {
  test('is copied onto itself only to change something about it', async () => {
    await expect(copyOntoItself()).rejects.toMatchObject({ code: 'InvalidRequest' });
    await copyOntoItself({ MetadataDirective: 'REPLACE', Metadata: { a: 'b' } });
    expect(await send('HeadObject', { Key: 'log' })).toMatchObject({ Metadata: { a: 'b' } });
  });

  test('that was encrypted anew with a customer’s key is read with that key alone', async () => {
    const key = Buffer.from('0123456789abcdef0123456789abcdef');
    const customerKey = {
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: key.toString('base64'),
      SSECustomerKeyMD5: createHash('md5').update(key).digest('base64'),
    };
    await copyOntoItself(customerKey);
    await expect(send('GetObject', { Key: 'log' })).rejects.toMatchObject({ code: 'InvalidRequest' });
    expect(await send('GetObject', { Key: 'log', ...customerKey })).toMatchObject({ ContentLength: 1 });
    const wrong = { ...customerKey, SSECustomerKeyMD5: 'x' };
    await expect(send('GetObject', { Key: 'log', ...wrong })).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
  });

  test('of a bucket with a key is neither written nor read while that key cannot be used', async () => {
    const KMSMasterKeyID = await createKey();
    const encryption = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID };
    await send('PutBucketEncryption', {
      ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: encryption }] },
    });
    const put = () => send('PutObject', { Key: 'second', Body: 'x' });
    expect(await put()).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: KMSMasterKeyID });
    await aws.send('kms', 'DisableKey', { KeyId: KMSMasterKeyID });
    await expect(put()).rejects.toMatchObject({ code: 'KMS.DisabledException' });
    await expect(send('GetObject', { Key: 'second' })).rejects.toMatchObject({
      code: 'KMS.DisabledException',
    });
    await aws.send('kms', 'ScheduleKeyDeletion', { KeyId: KMSMasterKeyID });
    await expect(put()).rejects.toMatchObject({ code: 'KMS.KMSInvalidStateException' });
    await send('GetObject', { Key: 'log' });
  });

  test('is encrypted with no key of another account that does not let the caller in', async () => {
    const SSEKMSKeyId = await createKey(mallory);
    const foreign = { Key: 'log', Body: 'x', ServerSideEncryption: 'aws:kms', SSEKMSKeyId };
    await expect(send('PutObject', foreign)).rejects.toMatchObject({ code: 'AccessDenied' });
  });
});
