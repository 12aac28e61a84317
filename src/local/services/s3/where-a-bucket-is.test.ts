import {
  CreateBucketCommand,
  GetBucketLocationCommand,
  HeadBucketCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClientSettings, testEndpoint } from '../../endpoint/test-endpoint.ts';
import { s3 } from './index.ts';

let aws: Awaited<ReturnType<typeof testEndpoint>>;
beforeAll(async () => {
  aws = await testEndpoint([s3]);
});
afterAll(() => aws.endpoint.close());

const clientIn = (region: string, settings: ClientSettings = aws.client, more: object = {}) =>
  new S3Client({ ...settings, region, forcePathStyle: true, ...more });

async function createBucket(Bucket: string): Promise<void> {
  const CreateBucketConfiguration = { LocationConstraint: 'eu-west-1' } as const;
  await clientIn('eu-west-1').send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
}

test('a bucket of another Region is refused with its Region, where a client may follow', async () => {
  await createBucket('logs');
  const head = new HeadBucketCommand({ Bucket: 'logs' });
  await expect(clientIn('eu-central-1').send(head)).rejects.toMatchObject({
    $metadata: { httpStatusCode: 301 },
    $response: { headers: { 'x-amz-bucket-region': 'eu-west-1' } },
  });
  const following = clientIn('eu-central-1', aws.client, { followRegionRedirects: true });
  expect(await following.send(head)).toMatchObject({ BucketRegion: 'eu-west-1' });
});

test('who is refused is told the Region as well', async () => {
  await createBucket('more-logs');
  const mallory = clientIn('eu-west-1', aws.clientOf('444455556666', 'mallory'));
  await expect(mallory.send(new HeadBucketCommand({ Bucket: 'more-logs' }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 403 },
    $response: { headers: { 'x-amz-bucket-region': 'eu-west-1' } },
  });
});

test('us-east-1 knows where every bucket is', async () => {
  await createBucket('other-logs');
  const where = new GetBucketLocationCommand({ Bucket: 'other-logs' });
  expect(await clientIn('us-east-1').send(where)).toMatchObject({ LocationConstraint: 'eu-west-1' });
  await expect(clientIn('eu-central-1').send(where)).rejects.toMatchObject({
    $metadata: { httpStatusCode: 301 },
  });
});
