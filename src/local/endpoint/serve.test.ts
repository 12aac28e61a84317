import { request } from 'node:http';
import {
  CloudTrailClient,
  DescribeTrailsCommand,
  LookupEventsCommand,
  StopLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, expect, test } from 'vitest';
import type { Endpoint, ExtraRoute } from './serve.ts';
import { ServiceError } from './service-error.ts';
import { recordingService, testEndpoint } from './test-endpoint.ts';

const open: Endpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

async function start(...parts: Parameters<typeof testEndpoint>) {
  const started = await testEndpoint(...parts);
  open.push(started.endpoint);
  return started;
}

test('a call carries its caller, account, Region, partition and agent', async () => {
  const { service, calls } = recordingService('cloudtrail', { StopLogging: {} });
  const { client } = await start([service]);
  await new CloudTrailClient(client).send(new StopLoggingCommand({ Name: 't' }));
  expect(calls).toMatchObject([
    {
      input: { Name: 't' },
      call: {
        accountId: '111122223333',
        region: 'us-east-1',
        partition: 'aws',
        caller: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/alice', userName: 'alice' },
        sourceIp: '127.0.0.1',
        userAgent: expect.stringContaining('aws-sdk-js'),
      },
    },
  ]);
});

test('no secret reaches an operation or an observer', async () => {
  const { service, calls } = recordingService('cloudtrail', { StopLogging: {} });
  const { client } = await start([service]);
  await new CloudTrailClient(client).send(new StopLoggingCommand({ Name: 't' }));
  expect(JSON.stringify(calls[0]?.call.caller)).not.toContain(client.credentials.secretAccessKey);
});

test('two accounts are told apart by their access keys', async () => {
  const { client, clientOf } = await start();
  const other = clientOf('444455556666', 'mallory');
  const identify = (settings: typeof client) => new STSClient(settings).send(new GetCallerIdentityCommand());
  expect((await identify(client)).Arn).toBe('arn:aws:iam::111122223333:user/alice');
  expect((await identify(other)).Arn).toBe('arn:aws:iam::444455556666:user/mallory');
});

test('IAM is in us-east-1 whatever Region a client signs for', async () => {
  const { world, client } = await start();
  const regions: string[] = [];
  world.on('call', ({ call }) => regions.push(call.region));
  const elsewhere = new IAMClient({ ...client, region: 'eu-west-1' });
  await expect(elsewhere.send(new GetRoleCommand({ RoleName: 'none' }))).rejects.toThrow('cannot be found');
  expect(regions).toEqual(['us-east-1']);
});

test("an operation's error reaches the client as its typed exception with its text", async () => {
  const error = new ServiceError('TrailNotFoundException', 'Unknown <trail> & "more"');
  const { client } = await start([recordingService('cloudtrail', { StopLogging: error }).service]);
  const stop = new CloudTrailClient(client).send(new StopLoggingCommand({ Name: 't' }));
  await expect(stop).rejects.toMatchObject({
    name: 'TrailNotFoundException',
    message: 'Unknown <trail> & "more"',
    $metadata: { httpStatusCode: 400 },
  });
});

test('answers bear the date of the world, refusals among them', async () => {
  const { endpoint, clock } = await start();
  await clock.advance(3_600_000);
  const { headers } = await fetch(endpoint.url, { method: 'POST' });
  expect(headers.get('date')).toBe(new Date(clock.now()).toUTCString());
});

test('an operation that is not served is refused by name', async () => {
  const { client } = await start([recordingService('cloudtrail', {}).service]);
  const lookup = new CloudTrailClient(client).send(new LookupEventsCommand());
  await expect(lookup).rejects.toThrow('The embedded AWS does not serve cloudtrail:LookupEvents.');
});

test('a service that is not served is refused by name', async () => {
  const { client } = await start();
  const describe = new CloudTrailClient(client).send(new DescribeTrailsCommand());
  await expect(describe).rejects.toThrow('The embedded AWS does not serve cloudtrail.');
});

test('a fault of an operation is an internal failure and a warning, and the endpoint lives on', async () => {
  const broken = recordingService('cloudtrail', { StopLogging: new TypeError('oops'), DescribeTrails: {} });
  const { client } = await start([broken.service]);
  const cloudtrail = new CloudTrailClient(client);
  const warning = new Promise<Error>((resolve) => {
    process.once('warning', resolve);
  });
  await expect(cloudtrail.send(new StopLoggingCommand({ Name: 't' }))).rejects.toMatchObject({
    name: 'InternalFailure',
    $metadata: { httpStatusCode: 500 },
  });
  expect((await warning).message).toBe('oops');
  await cloudtrail.send(new DescribeTrailsCommand());
});

/** A plain request, for what no AWS client would send. */
function send(
  { port }: Endpoint,
  options: { method?: string; path?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number | undefined; body: string }> {
  const { method = 'GET', path = '/', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test('a request that names a host other than loopback is refused (DNS rebinding)', async () => {
  const { endpoint } = await start();
  const refused = await send(endpoint, { headers: { host: 'rebound.example' } });
  expect(refused).toMatchObject({ status: 403, body: expect.stringContaining('loopback') });
});

test('an unsigned request is refused in the protocol it is written in', async () => {
  const { endpoint } = await start();
  const json = await send(endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'CloudTrail_20131101.StopLogging' },
  });
  expect(json).toMatchObject({
    status: 400,
    body: expect.stringContaining('MissingAuthenticationTokenException'),
  });
  const query = await send(endpoint, { path: '/?Action=GetCallerIdentity' });
  expect(query).toMatchObject({
    status: 403,
    body: expect.stringContaining('<Code>MissingAuthenticationToken</Code>'),
  });
});

test('the link in an SNS e-mail needs no signature, any other SNS call does', async () => {
  const { service, calls } = recordingService('sns', { ConfirmSubscription: {}, Publish: {} });
  const { endpoint } = await start([service]);
  const topic = 'TopicArn=arn:aws:sns:eu-west-1:111122223333:alerts';
  const confirmed = await send(endpoint, { path: `/?Action=ConfirmSubscription&${topic}&Token=abc` });
  expect(confirmed.status).toBe(200);
  expect(calls).toMatchObject([
    {
      input: { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:alerts', Token: 'abc' },
      call: { accountId: '111122223333', region: 'eu-west-1', caller: { type: 'Anonymous' } },
    },
  ]);
  const published = await send(endpoint, { path: `/?Action=Publish&${topic}&Message=hi` });
  expect(published.status).toBe(403);
});

test('a request larger than its service reads is refused before it was read', async () => {
  const { endpoint } = await start();
  const headers = { 'x-amz-target': 'CloudTrail_20131101.StopLogging', 'content-length': String(2 ** 30) };
  const refused = await send(endpoint, { method: 'POST', headers, body: '' });
  expect(refused).toMatchObject({
    status: 413,
    body: expect.stringContaining('RequestEntityTooLargeException'),
  });
});

test('a client that takes the endpoint for its proxy is answered about hosts below it, and about no other', async () => {
  const { endpoint } = await start();
  const host = `111122223333.127.0.0.1:${endpoint.port}`;
  const path = `http://${host}/v20180820/configuration/publicAccessBlock`;
  const answered = await send(endpoint, { path, headers: { host } });
  expect(answered.body).toContain('Signature Version 4');
  const elsewhere = await send(endpoint, { path: path.replace(host, 'example.com'), headers: { host } });
  expect(elsewhere.body).toContain('not readable');
});

test('a request whose escapes are broken is refused', async () => {
  const { endpoint } = await start();
  expect(await send(endpoint, { path: '/%zz' })).toMatchObject({ status: 400 });
});

test('extra routes are asked before AWS', async () => {
  const inbox: ExtraRoute = {
    method: 'GET',
    prefix: '/inbox',
    handle: (_request, response) => {
      response.end('no mail');
    },
  };
  const { endpoint } = await start([], [inbox]);
  expect(await send(endpoint, { path: '/inbox/1' })).toEqual({ status: 200, body: 'no mail' });
  expect((await send(endpoint, { path: '/inbox', method: 'PUT' })).status).toBe(403);
  expect((await send(endpoint, { path: '/inbox', headers: { host: 'rebound.example' } })).status).toBe(403);
});
