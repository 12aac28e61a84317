import { afterEach, beforeEach, expect, test } from 'vitest';
import { TEST_ACCOUNT } from '../../endpoint/test-world.ts';
import { kms } from '../kms/index.ts';
import { closeEnvironments } from './environments.ts';
import { lambdaWorld } from './test-lambda.ts';

let aws: Awaited<ReturnType<typeof lambdaWorld>>;
const FunctionName = 'f';
const configure = (change: object) => aws.send('UpdateFunctionConfiguration', { FunctionName, ...change });

beforeEach(async () => {
  aws = await lambdaWorld(kms);
});
afterEach(() => closeEnvironments(aws.world));

async function createKey() {
  const { KeyMetadata } = (await aws.sendTo('kms', 'CreateKey')) as { KeyMetadata: { Arn: string } };
  return KeyMetadata.Arn;
}

test('a function whose key is disabled cannot start anew, and runs on where it runs', async () => {
  const KMSKeyArn = await createKey();
  await aws.createFunction('exports.handler = async () => process.env.AB;', {
    KMSKeyArn,
    Environment: { Variables: { AB: 'c' } },
  });
  expect((await aws.invoke()).payload).toBe('c');
  await aws.sendTo('kms', 'DisableKey', { KeyId: KMSKeyArn });
  expect((await aws.invoke()).payload).toBe('c');
  await configure({ Timeout: 9 });
  await expect(aws.invoke()).rejects.toMatchObject({ code: 'KMSDisabledException', status: 502 });
  expect(await configure({ KMSKeyArn: '' })).not.toHaveProperty('KMSKeyArn');
  expect((await aws.invoke()).payload).toBe('c');
});

test('a function whose key no longer lets its role in cannot start anew', async () => {
  const KMSKeyArn = await createKey();
  await aws.createFunction('exports.handler = async () => 1;', {
    KMSKeyArn,
    Environment: { Variables: { AB: 'c' } },
  });
  const Policy = JSON.stringify({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${TEST_ACCOUNT}:user/alice` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });
  await aws.sendTo('kms', 'PutKeyPolicy', { KeyId: KMSKeyArn, PolicyName: 'default', Policy });
  await expect(aws.invoke()).rejects.toMatchObject({ code: 'KMSAccessDeniedException' });
});

test('a function that is put into a VPC reaches nothing any more', async () => {
  aws.world.endpointUrl = 'http://127.0.0.1:4580';
  await aws.allow('logs:*', 'ec2:*');
  await aws.createFunction('exports.handler = async () => process.env.AWS_ENDPOINT_URL;');
  expect((await aws.invoke()).payload).toBe('http://127.0.0.1:4580');
  const VpcConfig = { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] };
  expect(await configure({ VpcConfig })).toMatchObject({ VpcConfig });
  expect((await aws.invoke()).payload).toBe('http://192.0.2.1');
  await configure({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } });
  expect((await aws.invoke()).payload).toBe('http://127.0.0.1:4580');
});

test('the answer to loops is kept', async () => {
  await aws.createFunction('exports.handler = async () => 1;');
  const get = () => aws.send('GetFunctionRecursionConfig', { FunctionName });
  expect(await get()).toEqual({ RecursiveLoop: 'Terminate' });
  await aws.send('PutFunctionRecursionConfig', { FunctionName, RecursiveLoop: 'Allow' });
  expect(await get()).toEqual({ RecursiveLoop: 'Allow' });
});

test('an event invoke config can be changed in part', async () => {
  await aws.createFunction('exports.handler = async () => 1;');
  await aws.send('PutFunctionEventInvokeConfig', {
    FunctionName,
    MaximumRetryAttempts: 2,
    MaximumEventAgeInSeconds: 3600,
  });
  expect(
    await aws.send('UpdateFunctionEventInvokeConfig', { FunctionName, MaximumEventAgeInSeconds: 60 }),
  ).toMatchObject({ MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 60 });
});
