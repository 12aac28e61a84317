import {
  GetFunctionCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecurityHubClient, UntagResourceCommand } from '@aws-sdk/client-securityhub';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../service-error.ts';
import { recordingService, testEndpoint } from '../test-endpoint.ts';

const createdAt = new Date('2026-11-21T10:00:00Z');
const lambda = recordingService('lambda', {
  Invoke: { StatusCode: 202, FunctionError: 'Unhandled', Payload: Buffer.from('{"ok":true}') },
  ListFunctions: { Functions: [{ FunctionName: 'f' }] },
  GetFunction: new ServiceError('ResourceNotFoundException', 'Function not found: f', 404),
});
const scheduler = recordingService('scheduler', { GetSchedule: { Name: 's', CreationDate: createdAt } });
const securityhub = recordingService('securityhub', { UntagResource: {} });

let started: Awaited<ReturnType<typeof testEndpoint>>;
beforeAll(async () => {
  started = await testEndpoint([lambda.service, scheduler.service, securityhub.service]);
});
afterAll(() => started.endpoint.close());

test('an ARN in the path, a header and a payload of bytes reach the operation', async () => {
  const FunctionName = 'arn:aws:lambda:us-east-1:111122223333:function:f';
  const command = new InvokeCommand({
    FunctionName,
    InvocationType: 'Event',
    Payload: Buffer.from('{"a":1}'),
  });
  await new LambdaClient(started.client).send(command);
  const { input } = lambda.calls.at(-1) ?? {};
  expect(input).toEqual({ FunctionName, InvocationType: 'Event', Payload: Buffer.from('{"a":1}') });
});

test('status, headers and payload of an answer come from its members', async () => {
  const output = await new LambdaClient(started.client).send(new InvokeCommand({ FunctionName: 'f' }));
  expect(output).toMatchObject({ StatusCode: 202, FunctionError: 'Unhandled' });
  expect(output.Payload?.transformToString()).toBe('{"ok":true}');
});

test('query parameters are read with their types', async () => {
  await new LambdaClient(started.client).send(new ListFunctionsCommand({ MaxItems: 7 }));
  expect(lambda.calls.at(-1)?.input).toEqual({ MaxItems: 7 });
});

test('a query parameter that stands several times is a list', async () => {
  const command = new UntagResourceCommand({
    ResourceArn: 'arn:aws:securityhub:::x/y',
    TagKeys: ['a', 'b c'],
  });
  await new SecurityHubClient(started.client).send(command);
  expect(securityhub.calls.at(-1)?.input).toEqual({
    ResourceArn: 'arn:aws:securityhub:::x/y',
    TagKeys: ['a', 'b c'],
  });
});

test('times are seconds since the epoch', async () => {
  const { CreationDate } = await new SchedulerClient(started.client).send(
    new GetScheduleCommand({ Name: 's' }),
  );
  expect(CreationDate).toEqual(createdAt);
});

test('an error is typed and has the status of its shape', async () => {
  const get = new LambdaClient(started.client).send(new GetFunctionCommand({ FunctionName: 'f' }));
  await expect(get).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Function not found: f',
    $metadata: { httpStatusCode: 404 },
  });
});
