import { beforeEach, expect, test } from 'vitest';
import { TEST_ACCOUNT, testWorld } from '../../endpoint/test-world.ts';
import { iam } from '../iam/index.ts';
import { kms } from '../kms/index.ts';
import { logs } from './index.ts';

let aws: ReturnType<typeof testWorld>;
let kmsKeyId: string;
const logGroupName = '/trail';
const GROUP_ARN = `arn:aws:logs:us-east-1:${TEST_ACCOUNT}:log-group:${logGroupName}`;
const send = (operation: string, input: object = {}) => aws.send('logs', operation, input);

const keyPolicy = (groupArn: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${TEST_ACCOUNT}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Effect: 'Allow',
        Principal: { Service: 'logs.us-east-1.amazonaws.com' },
        Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
        Resource: '*',
        Condition: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': groupArn } },
      },
    ],
  });

beforeEach(async () => {
  aws = testWorld(logs, kms, iam);
  const { KeyMetadata } = (await aws.send('kms', 'CreateKey', { Policy: keyPolicy(GROUP_ARN) })) as {
    KeyMetadata: { Arn: string };
  };
  kmsKeyId = KeyMetadata.Arn;
});

const keyOfGroup = async () => {
  const { logGroups } = (await send('DescribeLogGroups')) as { logGroups: { kmsKeyId?: string }[] };
  return logGroups[0]?.kmsKeyId;
};

test('a log group has the key it was made with, or another one later', async () => {
  await send('CreateLogGroup', { logGroupName, kmsKeyId });
  expect(await keyOfGroup()).toBe(kmsKeyId);
  await send('DisassociateKmsKey', { logGroupName });
  expect(await keyOfGroup()).toBeUndefined();
  await send('AssociateKmsKey', { resourceIdentifier: GROUP_ARN, kmsKeyId });
  expect(await keyOfGroup()).toBe(kmsKeyId);
});

test('a key that does not let CloudWatch Logs in for this group is refused', async () => {
  await send('CreateLogGroup', { logGroupName: '/other' });
  const associate = (more: object = {}) =>
    send('AssociateKmsKey', { logGroupName: '/other', kmsKeyId, ...more });
  const refused = { code: 'InvalidParameterException' };
  await expect(associate()).rejects.toMatchObject(refused);
  await expect(associate({ kmsKeyId: 'alias/x' })).rejects.toMatchObject(refused);
  await aws.send('kms', 'DisableKey', { KeyId: kmsKeyId });
  await expect(send('CreateLogGroup', { logGroupName, kmsKeyId })).rejects.toMatchObject(refused);
});

test('what came under a key can be read only while the key can be used, whatever key there is now', async () => {
  await send('CreateLogGroup', { logGroupName, kmsKeyId });
  await send('CreateLogStream', { logGroupName, logStreamName: 's' });
  const logEvents = [{ timestamp: aws.clock.now(), message: 'm' }];
  await send('PutLogEvents', { logGroupName, logStreamName: 's', logEvents });
  await send('DisassociateKmsKey', { logGroupName });
  const read = () => send('GetLogEvents', { logGroupName, logStreamName: 's' });
  await aws.send('kms', 'DisableKey', { KeyId: kmsKeyId });
  await expect(read()).rejects.toMatchObject({ code: 'AccessDeniedException' });
  await expect(send('FilterLogEvents', { logGroupName })).rejects.toMatchObject({
    code: 'AccessDeniedException',
  });
  await aws.send('kms', 'EnableKey', { KeyId: kmsKeyId });
  expect(await read()).toMatchObject({ events: [{ message: 'm' }] });
});
