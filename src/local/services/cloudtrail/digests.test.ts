import { createHash, createPublicKey, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { BUCKET, bucketPolicy, trailArn, trailWorld } from './test-trail-world.ts';

const HOUR_MS = 60 * 60 * 1000;
let aws: ReturnType<typeof trailWorld>;
beforeEach(async () => {
  aws = trailWorld();
  await aws.createBucket();
  await aws.createLoggingTrail('main', { EnableLogFileValidation: true });
});

const status = () => aws.send('GetTrailStatus', { Name: trailArn('main') });
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

async function read(Key: string): Promise<{ text: Buffer; metadata: Record<string, string> }> {
  const { Body, Metadata } = (await aws.call('s3', 'GetObject', { Bucket: BUCKET, Key })) as {
    Body: Uint8Array;
    Metadata: Record<string, string>;
  };
  return { text: gunzipSync(Body), metadata: Metadata };
}

interface Digest {
  readonly digestEndTime: string;
  readonly digestS3Object: string;
  readonly previousDigestSignature: string | null;
  readonly digestPublicKeyFingerprint: string;
  readonly logFiles: readonly { readonly s3Object: string; readonly hashValue: string }[];
}

async function digests(): Promise<{ digest: Digest; text: Buffer; signature: string }[]> {
  const Prefix = 'AWSLogs/111122223333/CloudTrail-Digest/us-east-1/';
  const { Contents } = (await aws.call('s3', 'ListObjectsV2', { Bucket: BUCKET, Prefix })) as {
    Contents: { Key: string }[];
  };
  const files = await Promise.all(Contents.map(({ Key }) => read(Key)));
  return files.map(({ text, metadata }) => ({
    text,
    digest: JSON.parse(String(text)) as Digest,
    signature: metadata.signature ?? '',
  }));
}

describe('a digest', () => {
  test('comes every hour, also of an hour without log files, and the status says so', async () => {
    expect(await status()).not.toHaveProperty('LatestDigestDeliveryTime');
    await aws.clock.advance(2 * HOUR_MS);
    const found = await digests();
    expect(found.map(({ digest }) => [digest.digestEndTime, digest.logFiles.length])).toEqual([
      ['2026-01-01T01:00:00Z', 1],
      ['2026-01-01T02:00:00Z', 0],
    ]);
    expect(await status()).toMatchObject({ LatestDigestDeliveryTime: new Date(aws.clock.now()) });
  });

  test('has the hashes of the log files', async () => {
    await aws.clock.advance(HOUR_MS);
    const [first] = await digests();
    const [file] = first?.digest.logFiles ?? [];
    const { text } = await read(file?.s3Object ?? '');
    expect(file?.hashValue).toBe(sha256(text));
  });

  test('is signed together with the signature of the one before', async () => {
    await aws.clock.advance(2 * HOUR_MS);
    const { PublicKeyList } = await aws.send<{ PublicKeyList: { Value: Buffer; Fingerprint: string }[] }>(
      'ListPublicKeys',
    );
    const [first, second] = await digests();
    expect(second?.digest.previousDigestSignature).toBe(first?.signature);
    expect(second?.digest.digestPublicKeyFingerprint).toBe(PublicKeyList[0]?.Fingerprint);
    const key = createPublicKey({ key: PublicKeyList[0]?.Value ?? '', format: 'der', type: 'pkcs1' });
    for (const { digest, text, signature } of [first, second].filter((one) => one !== undefined)) {
      const path = `${BUCKET}/${digest.digestS3Object}`;
      const signed = [digest.digestEndTime, path, sha256(text), digest.previousDigestSignature ?? 'null'];
      expect(verify('sha256', Buffer.from(signed.join('\n')), key, Buffer.from(signature, 'hex'))).toBe(true);
    }
  });

  test('that cannot be written is told, and the next one lists what it would have', async () => {
    await aws.clock.advance(10 * 60 * 1000);
    const deny = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${BUCKET}/AWSLogs/*/CloudTrail-Digest/*`,
    };
    const { Statement } = JSON.parse(bucketPolicy(BUCKET));
    const Policy = JSON.stringify({ Statement: [...Statement, deny] });
    await aws.call('s3', 'PutBucketPolicy', { Bucket: BUCKET, Policy });
    await aws.clock.advance(50 * 60 * 1000);
    expect(await status()).toMatchObject({
      LatestDigestDeliveryError: 'AccessDenied',
      LatestDeliveryError: undefined,
    });
    await aws.call('s3', 'PutBucketPolicy', { Bucket: BUCKET, Policy: bucketPolicy(BUCKET) });
    await aws.clock.advance(HOUR_MS);
    expect(await status()).toMatchObject({ LatestDigestDeliveryError: undefined });
    const [only] = await digests();
    expect(only?.digest.logFiles.length).toBeGreaterThan(1);
  });

  test('comes no more once validation is off, and starts a new chain when it is on again', async () => {
    await aws.clock.advance(HOUR_MS);
    await aws.send('UpdateTrail', { Name: 'main', EnableLogFileValidation: false });
    await aws.clock.advance(2 * HOUR_MS);
    expect(await digests()).toHaveLength(1);
    await aws.send('UpdateTrail', { Name: 'main', EnableLogFileValidation: true });
    await aws.clock.advance(2 * HOUR_MS);
    const again = (await digests())[1];
    expect(again?.digest.previousDigestSignature).toBeNull();
  });

  test('covers what came before logging stopped, and is the last', async () => {
    await aws.send('StopLogging', { Name: 'main' });
    await aws.clock.advance(3 * HOUR_MS);
    expect((await digests()).map(({ digest }) => digest.logFiles.length)).toEqual([1]);
  });
});
