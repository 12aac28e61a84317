import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../endpoint/test-world.ts';
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
