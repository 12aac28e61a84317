import type { DescribeFlowLogsResult, DescribeRegionsResult, DescribeVpcsResult } from '@aws-sdk/client-ec2';
import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../endpoint/test-world.ts';
import { account } from '../account/index.ts';
import { s3 } from '../s3/index.ts';
import { ec2 } from './index.ts';

let aws: ReturnType<typeof testWorld>;
let vpcId: string;
const send = <Output = Readonly<Record<string, unknown>>>(operation: string, input: object = {}) =>
  aws.send('ec2', operation, input) as Promise<Output>;

beforeEach(async () => {
  aws = testWorld(account, ec2, s3);
  await aws.send('s3', 'CreateBucket', { Bucket: 'flows' });
  const { Vpcs } = await send<DescribeVpcsResult>('DescribeVpcs');
  vpcId = String(Vpcs?.[0]?.VpcId);
});

const create = (more: object = {}) =>
  send<{ FlowLogIds?: string[]; Unsuccessful: object[] }>('CreateFlowLogs', {
    ResourceType: 'VPC',
    ResourceIds: [vpcId],
    TrafficType: 'ALL',
    LogDestinationType: 's3',
    LogDestination: 'arn:aws:s3:::flows/here',
    ...more,
  });
const ids = async (input: object = {}) => {
  const { FlowLogs } = await send<DescribeFlowLogsResult>('DescribeFlowLogs', input);
  return FlowLogs?.map(({ FlowLogId }) => FlowLogId);
};
const filter = (Name: string, ...Values: string[]) => ({ Filter: [{ Name, Values }] });

describe('a flow log', () => {
  test('is there until it is deleted', async () => {
    const { FlowLogIds = [] } = await create();
    expect(FlowLogIds).toEqual([expect.stringMatching(/^fl-[\da-f]{17}$/)]);
    expect(await ids()).toEqual(FlowLogIds);
    expect(await send('DeleteFlowLogs', { FlowLogIds })).toEqual({ Unsuccessful: [] });
    expect(await ids()).toEqual([]);
  });

  test('that is not there is answered for, and the others are deleted', async () => {
    const { FlowLogIds = [] } = await create();
    expect(await send('DeleteFlowLogs', { FlowLogIds: ['fl-0', ...FlowLogIds] })).toMatchObject({
      Unsuccessful: [{ ResourceId: 'fl-0', Error: { Code: 'InvalidFlowLogId.NotFound' } }],
    });
    expect(await ids()).toEqual([]);
  });

  test('is found by what it is', async () => {
    const tags = [{ ResourceType: 'vpc-flow-log', Tags: [{ Key: 'team', Value: 'blue' }] }];
    const { FlowLogIds = [] } = await create({ TagSpecifications: tags });
    await create({ TrafficType: 'REJECT' });
    expect(await ids(filter('tag:team', 'b*e'))).toEqual(FlowLogIds);
    expect(await ids(filter('tag-key', 'team'))).toEqual(FlowLogIds);
    expect(await ids(filter('traffic-type', 'ACCEPT', 'ALL'))).toEqual(FlowLogIds);
    expect(await ids(filter('resource-id', vpcId))).toHaveLength(2);
    await expect(ids(filter('colour', 'blue'))).rejects.toMatchObject({ code: 'InvalidParameterValue' });
  });

  test('is not made twice, and a request that comes again makes none', async () => {
    const { FlowLogIds } = await create({ ClientToken: 'once' });
    expect(await create({ ClientToken: 'once' })).toMatchObject({ FlowLogIds });
    await expect(create()).rejects.toMatchObject({ code: 'FlowLogAlreadyExists' });
  });

  test('goes to a bucket that is there, or to a log group by a role', async () => {
    const { FlowLogIds, Unsuccessful } = await create({ LogDestination: 'arn:aws:s3:::none' });
    expect(FlowLogIds).toBeUndefined();
    expect(Unsuccessful).toMatchObject([{ ResourceId: vpcId }]);
    const toGroup = { LogDestinationType: undefined, LogDestination: undefined, LogGroupName: 'flows' };
    await expect(create(toGroup)).rejects.toMatchObject({ code: 'InvalidParameter' });
    await create({ ...toGroup, DeliverLogsPermissionArn: 'arn:aws:iam::111122223333:role/flows' });
    expect(await ids(filter('log-group-name', 'flows'))).toHaveLength(1);
  });

  test('of no VPC, or of what is no VPC, is refused', async () => {
    await expect(create({ ResourceIds: ['vpc-0'] })).rejects.toMatchObject({ code: 'InvalidVpcID.NotFound' });
    await expect(create({ ResourceType: 'Subnet' })).rejects.toMatchObject({ code: 'NotImplemented' });
  });

  test('is neither made nor deleted to see whether it might be', async () => {
    await expect(create({ DryRun: true })).rejects.toMatchObject({ code: 'DryRunOperation', status: 412 });
    const { FlowLogIds = [] } = await create();
    await expect(send('DeleteFlowLogs', { FlowLogIds, DryRun: true })).rejects.toMatchObject({
      code: 'DryRunOperation',
    });
    expect(await ids()).toEqual(FlowLogIds);
  });
});

describe('the Regions', () => {
  const names = async (input: object = {}) => {
    const { Regions } = await send<DescribeRegionsResult>('DescribeRegions', input);
    return Regions?.map(({ RegionName, OptInStatus }) => `${RegionName} ${OptInStatus}`);
  };

  test('are those that the account has', async () => {
    expect(await names()).toHaveLength(17);
    expect(await names()).toContain('us-east-1 opt-in-not-required');
    await aws.send('account', 'EnableRegion', { RegionName: 'af-south-1' });
    expect(await names({ RegionNames: ['af-south-1'] })).toEqual(['af-south-1 not-opted-in']);
    await aws.clock.advance(60_000);
    expect(await names()).toContain('af-south-1 opted-in');
  });

  test('are all of them on demand', async () => {
    const Filters = [{ Name: 'opt-in-status', Values: ['not-opted-in'] }];
    expect(await names({ AllRegions: true, Filters })).toHaveLength(17);
    await expect(names({ RegionNames: ['mars-north-1'] })).rejects.toMatchObject({
      code: 'InvalidParameterValue',
    });
  });
});
