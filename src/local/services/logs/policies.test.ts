import { beforeEach, describe, expect, test } from 'vitest';
import { TEST_ACCOUNT, testWorld } from '../../endpoint/test-world.ts';
import { logs } from './index.ts';
import { mayWriteLogs } from './resource-policies.ts';

let aws: ReturnType<typeof testWorld>;
const send = (operation: string, input: object = {}) => aws.send('logs', operation, input);
const logGroupName = '/trail';
const GROUP_ARN = `arn:aws:logs:us-east-1:${TEST_ACCOUNT}:log-group:${logGroupName}`;

beforeEach(async () => {
  aws = testWorld(logs);
  await send('CreateLogGroup', { logGroupName });
});

const masking = JSON.stringify({
  Name: 'mask',
  Version: '2021-06-01',
  Statement: [
    { DataIdentifier: ['arn:aws:dataprotection::aws:data-identifier/IpAddress'], Operation: { Audit: {} } },
    {
      DataIdentifier: ['arn:aws:dataprotection::aws:data-identifier/IpAddress'],
      Operation: { Deidentify: { MaskConfig: {} } },
    },
  ],
});

describe('a data protection policy', () => {
  const get = () => send('GetDataProtectionPolicy', { logGroupIdentifier: GROUP_ARN });
  const status = async () => {
    const { logGroups } = (await send('DescribeLogGroups')) as {
      logGroups: { dataProtectionStatus?: string }[];
    };
    return logGroups[0]?.dataProtectionStatus;
  };

  test('is shown by the group it masks, and leaves a trace when it is deleted', async () => {
    expect(await get()).toEqual({ logGroupIdentifier: GROUP_ARN });
    expect(await status()).toBeUndefined();
    await send('PutDataProtectionPolicy', { logGroupIdentifier: logGroupName, policyDocument: masking });
    expect(await get()).toMatchObject({ policyDocument: masking, lastUpdatedTime: aws.clock.now() });
    expect(await status()).toBe('ACTIVATED');
    await send('DeleteDataProtectionPolicy', { logGroupIdentifier: logGroupName });
    expect(await get()).toEqual({ logGroupIdentifier: GROUP_ARN });
    expect(await status()).toBe('DELETED');
  });

  test.each(['{', '{}', masking.replace('Audit', 'Nothing'), masking.replace('2021', '2020')])(
    'is refused when it is none: %s',
    async (policyDocument) => {
      await expect(
        send('PutDataProtectionPolicy', { logGroupIdentifier: logGroupName, policyDocument }),
      ).rejects.toMatchObject({ code: 'InvalidParameterException' });
    },
  );
});

describe('an account policy', () => {
  const put = (policyName: string, policyType: string, policyDocument: string) =>
    send('PutAccountPolicy', { policyName, policyType, policyDocument });

  test('is found by its type, and one of most types is enough', async () => {
    await put('p', 'DATA_PROTECTION_POLICY', masking);
    await put('p', 'DATA_PROTECTION_POLICY', masking);
    await expect(put('q', 'DATA_PROTECTION_POLICY', masking)).rejects.toMatchObject({
      code: 'LimitExceededException',
    });
    const describePolicies = (policyType: string) => send('DescribeAccountPolicies', { policyType });
    expect(await describePolicies('DATA_PROTECTION_POLICY')).toMatchObject({
      accountPolicies: [{ policyName: 'p', policyDocument: masking, scope: 'ALL', accountId: TEST_ACCOUNT }],
    });
    expect(await describePolicies('SUBSCRIPTION_FILTER_POLICY')).toEqual({ accountPolicies: [] });
    expect(await send('DescribeLogGroups')).toMatchObject({
      logGroups: [{ inheritedProperties: ['ACCOUNT_DATA_PROTECTION'] }],
    });
    const named = { policyName: 'p', policyType: 'DATA_PROTECTION_POLICY' };
    await send('DeleteAccountPolicy', named);
    await expect(send('DeleteAccountPolicy', named)).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });

  test('for subscriptions names a destination', async () => {
    await expect(put('s', 'SUBSCRIPTION_FILTER_POLICY', '{}')).rejects.toThrow('DestinationArn');
    await put('s', 'SUBSCRIPTION_FILTER_POLICY', '{"DestinationArn":"arn:aws:lambda:x","FilterPattern":""}');
  });
});

test('a transformer is kept, replaced and deleted', async () => {
  const logGroupIdentifier = GROUP_ARN;
  const put = (key: string) =>
    send('PutTransformer', {
      logGroupIdentifier,
      transformerConfig: [{ parseJSON: {} }, { deleteKeys: { withKeys: [key] } }],
    });
  const createdAt = aws.clock.now();
  await put('userIdentity');
  await aws.clock.advance(1000);
  await put('eventName');
  expect(await send('GetTransformer', { logGroupIdentifier })).toMatchObject({
    creationTime: createdAt,
    lastModifiedTime: createdAt + 1000,
    transformerConfig: [{ parseJSON: {} }, { deleteKeys: { withKeys: ['eventName'] } }],
  });
  await send('DeleteTransformer', { logGroupIdentifier });
  expect(await send('GetTransformer', { logGroupIdentifier })).toEqual({ logGroupIdentifier });
  await expect(send('DeleteTransformer', { logGroupIdentifier })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
  });
});

test('a transformer begins with a parser', async () => {
  const transformerConfig = [{ deleteKeys: { withKeys: ['eventName'] } }, { parseJSON: {} }];
  await expect(
    send('PutTransformer', { logGroupIdentifier: GROUP_ARN, transformerConfig }),
  ).rejects.toMatchObject({ code: 'InvalidParameterException' });
});

test('a resource policy lets a service write to log groups until it is deleted', async () => {
  const rule = `arn:aws:events:us-east-1:${TEST_ACCOUNT}:rule/r`;
  const isLetIn = () => mayWriteLogs(aws.world, GROUP_ARN, 'events.amazonaws.com', rule);
  const policyDocument = JSON.stringify({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: `${GROUP_ARN}:*`,
      },
    ],
  });
  expect(isLetIn()).toBe(false);
  await send('PutResourcePolicy', { policyName: 'p', policyDocument });
  expect(isLetIn()).toBe(true);
  expect(await send('DescribeResourcePolicies')).toMatchObject({
    resourcePolicies: [{ policyName: 'p', policyDocument, lastUpdatedTime: aws.clock.now() }],
  });
  await send('DeleteResourcePolicy', { policyName: 'p' });
  expect(isLetIn()).toBe(false);
  await expect(send('PutResourcePolicy', { policyName: 'p', policyDocument: '{' })).rejects.toMatchObject({
    code: 'InvalidParameterException',
  });
});
