import {
  CreateBucketCommand,
  DeleteBucketLifecycleCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutBucketLifecycleConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../service-error.ts';
import { recordingService, tamperWith, testEndpoint } from '../test-endpoint.ts';

const modifiedAt = new Date('2026-11-21T10:00:00Z');
const found = { ETag: '"e"', LastModified: modifiedAt, ContentLength: 5, Metadata: { owner: 'me' } };
const s3 = recordingService('s3', {
  CreateBucket: { Location: '/b' },
  DeleteBucketLifecycle: {},
  GetBucketLocation: { LocationConstraint: 'eu-west-1' },
  GetObject: { ...found, Body: Buffer.from('hello'), ContentType: 'text/plain' },
  HeadObject: found,
  ListObjectsV2: { Name: 'b', Contents: [{ Key: 'a<&>', Size: 5, LastModified: modifiedAt }], KeyCount: 1 },
  PutBucketLifecycleConfiguration: {},
  PutObject: { ETag: '"e"' },
  GetBucketPolicy: new ServiceError('NoSuchBucketPolicy', 'x', 404),
});
const failing = recordingService('s3', {
  GetObject: new ServiceError('NoSuchKey', 'The key <k> & more', 404),
  HeadObject: new ServiceError('NoSuchKey', 'none', 404),
});

let started: Awaited<ReturnType<typeof testEndpoint>>;
let startedFailing: Awaited<ReturnType<typeof testEndpoint>>;
let client: S3Client;
beforeAll(async () => {
  started = await testEndpoint([s3.service]);
  startedFailing = await testEndpoint([failing.service]);
  client = new S3Client(started.client);
});
afterAll(() => Promise.all([started.endpoint.close(), startedFailing.endpoint.close()]));

test('bucket, key, metadata and body reach the operation', async () => {
  const Key = "dir/a key+(1)é'*.txt";
  await client.send(new PutObjectCommand({ Bucket: 'b', Key, Body: 'hello', Metadata: { owner: 'me' } }));
  expect(s3.calls.at(-1)).toMatchObject({
    operation: 'PutObject',
    input: { Bucket: 'b', Key, Body: Buffer.from('hello'), Metadata: { owner: 'me' } },
  });
});

test('a bucket in the name of the host is the same bucket (virtual-host style)', async () => {
  // The name resolves nowhere without help, so the request goes to the address and only says the name.
  const virtual = tamperWith(
    new S3Client({ ...started.client, forcePathStyle: true }),
    'before',
    (request) => {
      const sent = request as typeof request & { path: string };
      sent.headers.host = `b.localhost:${started.endpoint.port}`;
      sent.path = '/k';
    },
  );
  await virtual.send(new PutObjectCommand({ Bucket: 'ignored', Key: 'k', Body: 'hello' }));
  expect(s3.calls.at(-1)).toMatchObject({ input: { Bucket: 'b', Key: 'k' } });
});

test('an object comes back with its headers and bytes', async () => {
  const object = await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
  expect(object).toMatchObject({ ...found, ContentType: 'text/plain' });
  expect(await object.Body?.transformToString()).toBe('hello');
});

test('HEAD answers with headers alone', async () => {
  expect(await client.send(new HeadObjectCommand({ Bucket: 'b', Key: 'k' }))).toMatchObject(found);
});

test('documents are written as XML, markup escaped', async () => {
  const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: 'b' }));
  expect(Contents).toEqual([{ Key: 'a<&>', Size: 5, LastModified: modifiedAt }]);
});

test('documents are read from XML', async () => {
  const LifecycleConfiguration = {
    Rules: [{ ID: 'x<&>', Status: 'Enabled' as const, Filter: { Prefix: '' }, Expiration: { Days: 1 } }],
  };
  await client.send(new PutBucketLifecycleConfigurationCommand({ Bucket: 'b', LifecycleConfiguration }));
  expect(s3.calls.at(-1)?.input).toMatchObject({ Bucket: 'b', LifecycleConfiguration });
});

test('a document that is not XML is refused', async () => {
  const tampered = tamperWith(new S3Client(started.client), 'before', (request) => {
    request.body = '<LifecycleConfiguration';
    request.headers['content-length'] = '23';
    delete request.headers['content-md5'];
    for (const name of Object.keys(request.headers)) if (/checksum/.test(name)) delete request.headers[name];
  });
  const put = tampered.send(
    new PutBucketLifecycleConfigurationCommand({ Bucket: 'b', LifecycleConfiguration: { Rules: [] } }),
  );
  await expect(put).rejects.toMatchObject({ name: 'MalformedXML' });
});

test("GetBucketLocation's answer is the text of its root element", async () => {
  const { LocationConstraint } = await client.send(new GetBucketLocationCommand({ Bucket: 'b' }));
  expect(LocationConstraint).toBe('eu-west-1');
});

test('an answer without a body is one', async () => {
  expect((await client.send(new CreateBucketCommand({ Bucket: 'b' }))).Location).toBe('/b');
  const { $metadata } = await client.send(new DeleteBucketLifecycleCommand({ Bucket: 'b' }));
  expect($metadata.httpStatusCode).toBe(204);
});

test('an error is XML, and on HEAD the status alone', async () => {
  const other = new S3Client(startedFailing.client);
  await expect(other.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }))).rejects.toMatchObject({
    name: 'NoSuchKey',
    message: 'The key <k> & more',
  });
  await expect(other.send(new HeadObjectCommand({ Bucket: 'b', Key: 'k' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
});
