import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../endpoint/test-world.ts';
import { kms } from '../kms/index.ts';
import { sqs } from './index.ts';
import { maySend } from './permission.ts';

let aws: ReturnType<typeof testWorld>;
const queueArn = 'arn:aws:sqs:us-east-1:111122223333:jobs';
const ruleArn = 'arn:aws:events:us-east-1:111122223333:rule/guard';
const QueueUrl = '/111122223333/jobs';

async function createKey(...more: readonly object[]): Promise<string> {
  const account = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:root' },
    Action: 'kms:*',
    Resource: '*',
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [account, ...more] });
  const created = (await aws.send('kms', 'CreateKey', { Policy })) as { KeyMetadata: { Arn: string } };
  return created.KeyMetadata.Arn;
}

const encryptWith = (KmsMasterKeyId: string) =>
  aws.send('sqs', 'SetQueueAttributes', { QueueUrl, Attributes: { KmsMasterKeyId } });
const mayEventsSend = () => maySend(aws.world, queueArn, 'events.amazonaws.com', ruleArn);
const sendMessage = () => aws.send('sqs', 'SendMessage', { QueueUrl, MessageBody: 'hello' });

beforeEach(async () => {
  aws = testWorld(kms, sqs);
  const Statement = { Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: queueArn };
  const Policy = JSON.stringify({ Statement });
  await aws.send('sqs', 'CreateQueue', { QueueName: 'jobs', Attributes: { Policy } });
});

describe('a queue under a KMS key', () => {
  test('is closed to AWS services when it is the AWS managed key, which lets none in', async () => {
    await encryptWith('alias/aws/sqs');
    expect(mayEventsSend()).toBe(false);
    await expect(sendMessage()).resolves.toBeDefined();
  });

  test('is open to a service that the policy of the key lets in', async () => {
    const Principal = { Service: 'events.amazonaws.com' };
    const Action = ['kms:GenerateDataKey', 'kms:Decrypt'];
    await encryptWith(await createKey({ Effect: 'Allow', Principal, Action, Resource: '*' }));
    expect(mayEventsSend()).toBe(true);
    await encryptWith(await createKey());
    expect(mayEventsSend()).toBe(false);
  });

  test('takes nothing while the key is disabled, and nothing under a key that is not there', async () => {
    const KeyId = await createKey();
    await encryptWith(KeyId);
    await expect(sendMessage()).resolves.toBeDefined();
    await aws.send('kms', 'DisableKey', { KeyId });
    await expect(sendMessage()).rejects.toMatchObject({ code: 'KMS.DisabledException' });
    await encryptWith('alias/nowhere');
    await expect(aws.send('sqs', 'ReceiveMessage', { QueueUrl })).rejects.toMatchObject({
      code: 'KMS.NotFoundException',
    });
  });
});
