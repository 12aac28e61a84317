import { CloudTrailClient, DescribeTrailsCommand, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../service-error.ts';
import { recordingService, tamperWith, testEndpoint } from '../test-endpoint.ts';

const startedAt = new Date('2026-11-21T10:00:00Z');
const cloudtrail = recordingService('cloudtrail', {
  DescribeTrails: { trailList: [{ Name: 'é', IsMultiRegionTrail: true }] },
  LookupEvents: {},
});
const dynamodb = recordingService('dynamodb', {
  GetItem: { Item: { bytes: { B: Buffer.from('hi') }, none: { NULL: true } } },
});
const noQueue = new ServiceError(
  'AWS.SimpleQueueService.NonExistentQueue',
  'The specified queue does not exist.',
);
const sqs = recordingService('sqs', { GetQueueUrl: noQueue });

let started: Awaited<ReturnType<typeof testEndpoint>>;
beforeAll(async () => {
  started = await testEndpoint([cloudtrail.service, dynamodb.service, sqs.service]);
});
afterAll(() => started.endpoint.close());

test('texts, booleans and lists come back as they were', async () => {
  const { trailList } = await new CloudTrailClient(started.client).send(new DescribeTrailsCommand());
  expect(trailList).toEqual([{ Name: 'é', IsMultiRegionTrail: true }]);
});

test('times are read as dates', async () => {
  await new CloudTrailClient(started.client).send(
    new LookupEventsCommand({ StartTime: startedAt, MaxResults: 3 }),
  );
  expect(cloudtrail.calls.at(-1)?.input).toEqual({ StartTime: startedAt, MaxResults: 3 });
});

test('unions and bytes survive the way there and back', async () => {
  const Key = { id: { B: new Uint8Array(Buffer.from('key')) } };
  const { Item } = await new DynamoDBClient(started.client).send(new GetItemCommand({ TableName: 't', Key }));
  const { input } = dynamodb.calls.at(-1) ?? {};
  expect(input).toMatchObject({ TableName: 't', Key });
  expect(Item).toEqual({ bytes: { B: new Uint8Array(Buffer.from('hi')) }, none: { NULL: true } });
});

test('an error of SQS keeps the code of the query protocol that it once spoke', async () => {
  const get = new SQSClient(started.client).send(new GetQueueUrlCommand({ QueueName: 'none' }));
  await expect(get).rejects.toMatchObject({
    name: 'QueueDoesNotExist',
    Code: 'AWS.SimpleQueueService.NonExistentQueue',
  });
});

test.each(['{', '[]', 'null', '"text"', '5'])('the body %s is refused', async (body) => {
  expect(await lookupWith(body)).toMatchObject({ name: 'SerializationException' });
});

test('a member of another type is refused', async () => {
  const refused = await lookupWith('{"MaxResults":"many"}');
  expect(refused).toMatchObject({
    name: 'SerializationException',
    message: expect.stringContaining("'maxResults'"),
  });
});

function lookupWith(body: string): Promise<unknown> {
  const client = tamperWith(new CloudTrailClient(started.client), 'before', (request) => {
    request.body = body;
    request.headers['content-length'] = String(body.length);
  });
  return client.send(new LookupEventsCommand()).catch((error: unknown) => error);
}

test('an operation is known by its service and its name together', async () => {
  const client = tamperWith(new CloudTrailClient(started.client), 'before', ({ headers }) => {
    headers['x-amz-target'] = 'AmazonSQS.DescribeTrails';
  });
  await expect(client.send(new DescribeTrailsCommand())).rejects.toMatchObject({
    name: 'UnknownOperationException',
  });
});

test('an operation is known whatever a client puts before its service', async () => {
  const client = tamperWith(new CloudTrailClient(started.client), 'before', ({ headers }) => {
    headers['x-amz-target'] = 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails';
  });
  await client.send(new DescribeTrailsCommand());
});
