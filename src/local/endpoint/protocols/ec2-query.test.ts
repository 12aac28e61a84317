import {
  CreateFlowLogsCommand,
  DeleteFlowLogsCommand,
  DescribeFlowLogsCommand,
  DescribeInstancesCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../service-error.ts';
import { recordingService, testEndpoint } from '../test-endpoint.ts';

const FLOW_LOG = {
  FlowLogId: 'fl-1',
  CreationTime: new Date('2026-11-21T10:00:00Z'),
  MaxAggregationInterval: 600,
  Tags: [{ Key: 'a', Value: '<&>' }],
};

const ec2 = recordingService('ec2', {
  CreateFlowLogs: { FlowLogIds: ['fl-1', 'fl-2'], Unsuccessful: [] },
  DescribeFlowLogs: { FlowLogs: [FLOW_LOG] },
  DeleteFlowLogs: new ServiceError('InvalidFlowLogId.NotFound', 'There is <no> such flow log'),
});

let started: Awaited<ReturnType<typeof testEndpoint>>;
beforeAll(async () => {
  started = await testEndpoint([ec2.service]);
});
afterAll(() => started.endpoint.close());

const client = () => new EC2Client(started.client);

test('flat lists, nested ones too, are read under the names of the form', async () => {
  const input = {
    ResourceIds: ['vpc-1', 'vpc-2'],
    ResourceType: 'VPC' as const,
    MaxAggregationInterval: 60,
    TagSpecifications: [
      { ResourceType: 'vpc-flow-log' as const, Tags: [{ Key: 'a', Value: '1 & 2' }] },
      { ResourceType: 'vpc' as const, Tags: [{ Key: 'b', Value: '' }] },
    ],
  };
  const { FlowLogIds } = await client().send(new CreateFlowLogsCommand(input));
  expect(ec2.calls.at(-1)?.input).toEqual(input);
  expect(FlowLogIds).toEqual(['fl-1', 'fl-2']);
});

test('structures, dates, numbers and markup come back as they were', async () => {
  const { FlowLogs } = await client().send(new DescribeFlowLogsCommand({}));
  expect(FlowLogs).toEqual([FLOW_LOG]);
});

test('an error is told by its code', async () => {
  const call = client().send(new DeleteFlowLogsCommand({ FlowLogIds: ['fl-1'] }));
  await expect(call).rejects.toMatchObject({
    name: 'InvalidFlowLogId.NotFound',
    message: 'There is <no> such flow log',
    $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[\da-f-]{36}$/) },
  });
});

test('what EC2 can do and is not served is refused by name', async () => {
  await expect(client().send(new DescribeInstancesCommand({}))).rejects.toMatchObject({
    name: 'NotImplemented',
    message: 'The embedded AWS does not serve ec2:DescribeInstances.',
  });
});

test('a missing required member is refused before the operation', async () => {
  await expect(client().send(new DeleteFlowLogsCommand({} as never))).rejects.toMatchObject({
    name: 'MissingParameter',
    message: expect.stringContaining("'flowLogIds'"),
  });
});
