import { beforeEach, describe, expect, test } from 'vitest';
import { alice, mallory, testWorld } from '../../endpoint/test-world.ts';
import { sqs } from './index.ts';
import { maySend } from './permission.ts';

let aws: ReturnType<typeof testWorld>;
const queueArn = 'arn:aws:sqs:us-east-1:111122223333:jobs';
const ruleArn = 'arn:aws:events:us-east-1:111122223333:rule/guard';
const allow = {
  Effect: 'Allow',
  Principal: { Service: 'events.amazonaws.com' },
  Action: 'sqs:SendMessage',
  Resource: queueArn,
};

const setAttributes = (Attributes: Record<string, string>) =>
  aws.send('sqs', 'SetQueueAttributes', { QueueUrl: '/111122223333/jobs', Attributes });
const setPolicy = (...Statement: readonly object[]) =>
  setAttributes({ Policy: JSON.stringify({ Statement }) });
const mayEventsSend = () => maySend(aws.world, queueArn, 'events.amazonaws.com', ruleArn);

beforeEach(async () => {
  aws = testWorld(sqs);
  await aws.send('sqs', 'CreateQueue', { QueueName: 'jobs' });
});

describe('a service may send', () => {
  test.each([
    ['without conditions', {}],
    ['as one of several services', { Principal: { Service: ['sns.amazonaws.com', 'events.amazonaws.com'] } }],
    ['as everyone', { Principal: '*' }],
    ['by a wildcard of actions', { Action: ['SQS:*'] }],
    ['for a rule by its ARN', { Condition: { ArnEquals: { 'aws:SourceArn': [ruleArn] } } }],
    ['for a rule by a pattern', { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:*:rule/*' } } }],
    ['for its account', { Condition: { StringEquals: { 'AWS:SourceAccount': '111122223333' } } }],
  ])('%s', async (_, difference) => {
    await setPolicy({ ...allow, ...difference });
    expect(mayEventsSend()).toBe(true);
  });

  test('past a Deny for whoever comes without TLS', async () => {
    const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
    await setPolicy(allow, { ...allow, Effect: 'Deny', Principal: '*', Action: 'sqs:*', Condition });
    expect(mayEventsSend()).toBe(true);
  });
});

describe('a service may not send', () => {
  test('without a policy', () => {
    expect(mayEventsSend()).toBe(false);
  });

  test('to a queue that does not exist', () => {
    expect(maySend(aws.world, `${queueArn}-not`, 'events.amazonaws.com', ruleArn)).toBe(false);
  });

  test.each([
    ['as another service', { Principal: { Service: 'sns.amazonaws.com' } }],
    ['as the account', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }],
    ['by another action', { Action: 'sqs:ReceiveMessage' }],
    ['to another queue', { Resource: `${queueArn}-other` }],
    ['for another rule', { Condition: { ArnEquals: { 'aws:SourceArn': `${ruleArn}-other` } } }],
    ['for another account', { Condition: { StringEquals: { 'aws:SourceAccount': '444455556666' } } }],
    [
      'under a condition that is not evaluated here',
      { Condition: { DateLessThan: { 'aws:CurrentTime': '2099' } } },
    ],
  ])('%s', async (_, difference) => {
    await setPolicy({ ...allow, ...difference });
    expect(mayEventsSend()).toBe(false);
  });

  test('against a Deny, also under a condition that is not evaluated here', async () => {
    const Condition = { DateLessThan: { 'aws:CurrentTime': '2000' } };
    await setPolicy(allow, { ...allow, Effect: 'Deny', Condition });
    expect(mayEventsSend()).toBe(false);
  });
});

describe("a queue's own policy", () => {
  const QueueUrl = '/111122223333/jobs';
  const send = (operation: string, input: object = {}, caller = alice) =>
    aws.send('sqs', operation, { QueueUrl, ...input }, caller);
  const denied = { code: 'AccessDenied' };
  const statements = async () => {
    const { Attributes } = (await send('GetQueueAttributes', { AttributeNames: ['Policy'] })) as {
      Attributes: { Policy?: string };
    };
    return Attributes.Policy && JSON.parse(Attributes.Policy).Statement;
  };

  test('can deny its own account what it does not name', async () => {
    const Principal = { AWS: alice.arn };
    await setPolicy({ Effect: 'Deny', Principal, Action: 'sqs:ReceiveMessage', Resource: queueArn });
    await expect(send('ReceiveMessage')).rejects.toMatchObject(denied);
    await send('SendMessage', { MessageBody: 'still' });
  });

  test('opens the queue to another account, but not what only its own may do', async () => {
    const receive = () => send('ReceiveMessage', {}, mallory);
    await expect(receive()).rejects.toMatchObject(denied);
    await send('AddPermission', {
      Label: 'share',
      AWSAccountIds: [mallory.accountId],
      Actions: ['ReceiveMessage'],
    });
    expect(await statements()).toEqual([
      {
        Sid: 'share',
        Effect: 'Allow',
        Principal: { AWS: [`arn:aws:iam::${mallory.accountId}:root`] },
        Action: ['SQS:ReceiveMessage'],
        Resource: queueArn,
      },
    ]);
    await receive();
    await setPolicy({ Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: queueArn });
    await expect(send('DeleteQueue', {}, mallory)).rejects.toMatchObject(denied);
  });

  test('loses a statement by its label, and itself with the last one', async () => {
    await setPolicy({ ...allow, Sid: 'events' });
    await send('RemovePermission', { Label: 'events' });
    expect(mayEventsSend()).toBe(false);
    expect(await statements()).toBeUndefined();
    await expect(send('RemovePermission', { Label: 'events' })).rejects.toMatchObject({
      code: 'InvalidParameterValue',
    });
  });

  test.each<[string, object]>([
    ['no account', { AWSAccountIds: [] }],
    ['an action that cannot be shared', { Actions: ['DeleteQueue'] }],
    ['a label with a space', { Label: 'a b' }],
  ])('takes no permission with %s', async (_, more) => {
    const permission = { Label: 'l', AWSAccountIds: [mallory.accountId], Actions: ['SendMessage'] };
    await expect(send('AddPermission', { ...permission, ...more })).rejects.toMatchObject({
      code: 'InvalidParameterValue',
    });
  });
});

test('a dead-letter queue knows its sources', async () => {
  await aws.send('sqs', 'CreateQueue', { QueueName: 'dead' });
  const RedrivePolicy = JSON.stringify({
    deadLetterTargetArn: queueArn.replace('jobs', 'dead'),
    maxReceiveCount: 5,
  });
  await setAttributes({ RedrivePolicy });
  const sources = () => aws.send('sqs', 'ListDeadLetterSourceQueues', { QueueUrl: '/111122223333/dead' });
  expect(await sources()).toMatchObject({ queueUrls: [expect.stringMatching(/\/jobs$/)] });
  await setAttributes({ RedrivePolicy: '' });
  expect(await sources()).toMatchObject({ queueUrls: [] });
});
