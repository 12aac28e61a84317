import { beforeEach, describe, expect, test } from 'vitest';
import { TEST_ACCOUNT, TEST_REGION, testWorld } from '../../endpoint/test-world.ts';
import { defaultVpcId } from '../ec2/default-vpc.ts';
import { route53resolver } from './index.ts';

const ResourceId = defaultVpcId({ accountId: TEST_ACCOUNT, region: TEST_REGION });

let aws: ReturnType<typeof testWorld>;
let ResolverQueryLogConfigId: string;
const send = <Output = Readonly<Record<string, unknown>>>(operation: string, input: object = {}) =>
  aws.send('route53resolver', operation, input) as Promise<Output>;
const create = (more: object = {}) =>
  send<{ ResolverQueryLogConfig: { Id: string } }>('CreateResolverQueryLogConfig', {
    Name: 'queries',
    DestinationArn: 'arn:aws:s3:::queries',
    CreatorRequestId: 'first',
    ...more,
  });

beforeEach(async () => {
  aws = testWorld(route53resolver);
  ({
    ResolverQueryLogConfig: { Id: ResolverQueryLogConfigId },
  } = await create());
});

const associate = () => send('AssociateResolverQueryLogConfig', { ResolverQueryLogConfigId, ResourceId });
const remove = () => send('DeleteResolverQueryLogConfig', { ResolverQueryLogConfigId });

describe('a query logging configuration', () => {
  test('is deleted only when it logs no VPC any more', async () => {
    await associate();
    expect(await send('GetResolverQueryLogConfig', { ResolverQueryLogConfigId })).toMatchObject({
      ResolverQueryLogConfig: { AssociationCount: 1, Status: 'CREATED', ShareStatus: 'NOT_SHARED' },
    });
    await expect(remove()).rejects.toMatchObject({ code: 'InvalidRequestException' });
    await send('DisassociateResolverQueryLogConfig', { ResolverQueryLogConfigId, ResourceId });
    expect(await remove()).toMatchObject({ ResolverQueryLogConfig: { Status: 'DELETING' } });
    await expect(remove()).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });

  test('is made once for a request', async () => {
    await expect(create()).rejects.toMatchObject({ code: 'ResourceExistsException' });
  });

  test.each([{ Name: '42' }, { Name: 'a/b' }, { DestinationArn: 'queries' }])(
    'is not made of %j',
    async (more) => {
      await expect(create({ CreatorRequestId: 'other', ...more })).rejects.toMatchObject({
        code: 'InvalidParameterException',
      });
    },
  );

  test('logs a VPC that is there, once', async () => {
    await associate();
    await expect(associate()).rejects.toMatchObject({ code: 'ResourceExistsException' });
    const other = { ResolverQueryLogConfigId, ResourceId: 'vpc-0' };
    await expect(send('AssociateResolverQueryLogConfig', other)).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });
});

test('lists are filtered by what their elements say, and come in pages', async () => {
  await create({ Name: 'second', CreatorRequestId: 'second' });
  const Filters = [{ Name: 'Name', Values: ['second', 'third'] }];
  expect(await send('ListResolverQueryLogConfigs', { Filters })).toMatchObject({
    ResolverQueryLogConfigs: [{ Name: 'second' }],
    TotalCount: 2,
    TotalFilteredCount: 1,
  });
  const { NextToken } = await send('ListResolverQueryLogConfigs', { MaxResults: 1 });
  expect(await send('ListResolverQueryLogConfigs', { MaxResults: 1, NextToken })).toMatchObject({
    ResolverQueryLogConfigs: [{ Name: 'second' }],
    NextToken: undefined,
  });
  await expect(
    send('ListResolverQueryLogConfigs', { Filters: [{ Name: 'Colour', Values: [] }] }),
  ).rejects.toMatchObject({ code: 'InvalidParameterException' });
});
