import { CloudTrailClient, DescribeTrailsCommand, StopLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CreateRole } from '../../services/iam/CreateRole.ts';
import { issueSession, sessionForRole } from '../../services/iam/sessions.ts';
import { findRole } from '../../services/iam/store.ts';
import type { Call } from '../operation.ts';
import { recordingService, tamperWith, testEndpoint } from '../test-endpoint.ts';
import { alice } from '../test-world.ts';

let started: Awaited<ReturnType<typeof testEndpoint>>;
beforeAll(async () => {
  started = await testEndpoint([
    recordingService('cloudtrail', { StopLogging: {}, DescribeTrails: {} }).service,
    recordingService('ec2', { DescribeRegions: {} }).service,
    recordingService('lambda', { ListFunctions: {} }).service,
    recordingService('s3', { ListBuckets: {}, PutObject: {} }).service,
  ]);
});
afterAll(() => started.endpoint.close());

const withCredentials = (credentials: object) => ({
  ...started.client,
  credentials: { ...started.client.credentials, ...credentials },
});

test.each([
  ['query', 'SignatureDoesNotMatch', 403],
  ['ec2-query', 'AuthFailure', 401],
  ['json', 'InvalidSignatureException', 400],
  ['rest-json', 'InvalidSignatureException', 403],
  ['s3', 'SignatureDoesNotMatch', 403],
] as const)('a wrong secret is refused in the words of %s', async (protocol, name, status) => {
  const call = callIn(protocol, withCredentials({ secretAccessKey: 'wrong' }));
  await expect(call).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
});

test.each([
  ['query', 'InvalidClientTokenId'],
  ['ec2-query', 'AuthFailure'],
  ['json', 'UnrecognizedClientException'],
  ['rest-json', 'UnrecognizedClientException'],
  ['s3', 'InvalidAccessKeyId'],
] as const)('an unknown key is refused in the words of %s', async (protocol, name) => {
  const call = callIn(protocol, withCredentials({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }));
  await expect(call).rejects.toMatchObject({ name });
});

function callIn(
  protocol: 'query' | 'ec2-query' | 'json' | 'rest-json' | 's3',
  settings: typeof started.client,
): Promise<unknown> {
  if (protocol === 'query') return new STSClient(settings).send(new GetCallerIdentityCommand());
  if (protocol === 'ec2-query') return new EC2Client(settings).send(new DescribeRegionsCommand());
  if (protocol === 'json') return new CloudTrailClient(settings).send(new DescribeTrailsCommand());
  if (protocol === 'rest-json') return new LambdaClient(settings).send(new ListFunctionsCommand());
  return new S3Client(settings).send(new ListBucketsCommand());
}

test('a body changed after it was signed is refused', async () => {
  const client = tamperWith(new CloudTrailClient(started.client), 'after', (request) => {
    request.body = '{"Name":"u"}';
  });
  const stop = client.send(new StopLoggingCommand({ Name: 't' }));
  await expect(stop).rejects.toMatchObject({ name: 'InvalidSignatureException' });
});

test('a header of AWS that was not signed is refused', async () => {
  const client = tamperWith(new CloudTrailClient(started.client), 'after', (request) => {
    request.headers['x-amz-invented'] = 'later';
  });
  await expect(client.send(new DescribeTrailsCommand())).rejects.toThrow('not signed: x-amz-invented');
});

test('an S3 body must have the hash it declares', async () => {
  const client = tamperWith(new S3Client(started.client), 'after', (request) => {
    request.body = Buffer.from('other');
  });
  const put = client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: 'hello' }));
  await expect(put).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
});

test('an S3 request must say the hash of its body', async () => {
  const client = tamperWith(new S3Client(started.client), 'after', ({ headers }) => {
    delete headers['x-amz-content-sha256'];
  });
  await expect(client.send(new ListBucketsCommand())).rejects.toMatchObject({ name: 'InvalidRequest' });
});

test('keys of one partition are unknown in another', async () => {
  const inChina = new CloudTrailClient({ ...started.client, region: 'cn-north-1' });
  const describe = inChina.send(new DescribeTrailsCommand());
  await expect(describe).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
});

test('a credential scope must name a Region', async () => {
  const nowhere = new CloudTrailClient({ ...started.client, region: 'nowhere' });
  await expect(nowhere.send(new DescribeTrailsCommand())).rejects.toThrow('valid Region');
});

const trust = (principal: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal }],
  });

async function createRole(RoleName: string) {
  const call = { world: started.world, accountId: alice.accountId, partition: 'aws' } as Call;
  await CreateRole({ RoleName, AssumeRolePolicyDocument: trust({ Service: 'lambda.amazonaws.com' }) }, call);
  return `arn:aws:iam::${alice.accountId}:role/${RoleName}`;
}

test('a session works with its token and not without', async () => {
  const session = sessionForRole(started.world, await createRole('with-token'), 'me');
  const whoAmI = (credentials: object) =>
    new STSClient({ ...started.client, credentials: { ...session, ...credentials } }).send(
      new GetCallerIdentityCommand(),
    );
  expect((await whoAmI({})).Arn).toBe(`arn:aws:sts::${alice.accountId}:assumed-role/with-token/me`);
  await expect(whoAmI({ sessionToken: 'other' })).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  await expect(whoAmI({ sessionToken: undefined })).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
});

test('a session ends when its time is over', async () => {
  const role = findRole(started.world, await createRole('short'));
  if (!role) throw new Error('the role was made above');
  const credentials = issueSession(started.world, role, 'me', { expiresAt: started.clock.now() + 1000 });
  const whoAmI = () => new STSClient({ ...started.client, credentials }).send(new GetCallerIdentityCommand());
  await whoAmI();
  await started.clock.advance(1000);
  await expect(whoAmI()).rejects.toMatchObject({ name: 'ExpiredToken' });
});
