import { expect, test } from 'vitest';
import { ec2 } from '../ec2/index.ts';
import { trailWorld } from './test-trail-world.ts';

async function recordOf(operation: string, input: object) {
  const aws = trailWorld({}, ec2);
  await aws.call('ec2', operation, input).catch(() => {});
  return aws.recorded.at(-1)?.record;
}

const one = { tag: 1, content: 'fl-1' };

test.each([
  ['DeleteFlowLogs', { FlowLogIds: ['fl-1'] }, { DeleteFlowLogsRequest: { FlowLogId: one } }],
  [
    'DeleteFlowLogs',
    { FlowLogIds: ['fl-1', 'fl-2'] },
    { DeleteFlowLogsRequest: { FlowLogId: [one, { tag: 2, content: 'fl-2' }] } },
  ],
  ['DescribeFlowLogs', {}, { DescribeFlowLogsRequest: '' }],
  [
    'DescribeFlowLogs',
    { Filter: [{ Name: 'resource-id', Values: ['vpc-1'] }] },
    {
      DescribeFlowLogsRequest: {
        Filter: { tag: 1, Name: 'resource-id', Value: { tag: 1, content: 'vpc-1' } },
      },
    },
  ],
  ['DescribeRegions', { AllRegions: true }, { regionSet: {}, allRegions: true }],
  ['DescribeVpcs', { VpcIds: ['vpc-1'] }, { vpcSet: { items: [{ vpcId: 'vpc-1' }] }, filterSet: {} }],
])('%s of %j is recorded as the XML of its request', async (operation, input, requestParameters) => {
  expect((await recordOf(operation, input))?.requestParameters).toEqual(requestParameters);
});

test('an answer is recorded as its XML, an empty list as an empty text', async () => {
  const aws = trailWorld({}, ec2);
  await aws.createBucket();
  const { Vpcs } = (await aws.call('ec2', 'DescribeVpcs')) as { Vpcs: { VpcId: string }[] };
  await aws.call('ec2', 'CreateFlowLogs', {
    ResourceType: 'VPC',
    ResourceIds: [Vpcs[0]?.VpcId],
    TrafficType: 'ALL',
    LogDestinationType: 's3',
    LogDestination: 'arn:aws:s3:::trail-logs',
    ClientToken: 'once',
  });
  expect(aws.recorded.at(-1)?.record.responseElements).toEqual({
    CreateFlowLogsResponse: {
      xmlns: 'http://ec2.amazonaws.com/doc/2016-11-15/',
      requestId: expect.any(String),
      clientToken: 'once',
      flowLogIdSet: { item: expect.stringMatching(/^fl-/) },
      unsuccessful: '',
    },
  });
});

test('an error says that it was the client’s, and the request stays in its record', async () => {
  expect(await recordOf('DescribeFlowLogs', { FlowLogIds: ['fl-1'] })).toMatchObject({
    errorCode: 'Client.InvalidFlowLogId.NotFound',
    requestParameters: { DescribeFlowLogsRequest: { FlowLogId: one } },
    responseElements: null,
  });
});
