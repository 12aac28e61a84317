import { describe, expect, test } from 'vitest';
import { synthesizeTemplate } from '../scripts/synthesize-template.ts';
import { evaluatePolicy, type Policy } from './policy-evaluator.ts';
import { PLACE, resolveTemplate, type Template } from './template-resolver.ts';

const template = JSON.parse(synthesizeTemplate('exports.handler = async () => {};')) as Template;

const MAIN = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main';
const ELSEWHERE = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/elsewhere';
const SIBLING = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/maintenance';
const FOREIGN = 'arn:aws:cloudtrail:eu-west-1:444455556666:trail/main';

function roleOf(name: string, parameters: Readonly<Record<string, string>>): Policy {
  const role = resolveTemplate(template, { SecurityContactEmail: 'a@b.example', ...parameters })[name];
  const [policy, ...others] = role?.Properties.Policies ?? [];
  expect(others).toEqual([]);
  expect(role?.Properties.ManagedPolicyArns).toBeUndefined();
  return policy.PolicyDocument;
}

const functionRole = (parameters: Readonly<Record<string, string>> = {}) =>
  roleOf('FunctionRole', parameters);
const allows = (
  policy: Policy,
  action: string,
  resource: string,
  context?: Readonly<Record<string, string>>,
) => evaluatePolicy(policy, { action, resource, ...(context && { context }) }) === 'allowed';
const trailsOf = (policy: Policy) =>
  policy.Statement.flatMap(({ Action, Resource }) =>
    Action.includes('cloudtrail:GetTrailStatus') ? Resource : [],
  );

describe('the role of the function', () => {
  test('may start every trail of this account, and of no other, when none is named', () => {
    const role = functionRole();
    expect(allows(role, 'cloudtrail:StartLogging', MAIN)).toBe(true);
    expect(allows(role, 'cloudtrail:StartLogging', ELSEWHERE)).toBe(true);
    expect(allows(role, 'cloudtrail:StartLogging', FOREIGN)).toBe(false);
  });

  test.each([
    ['by name', 'main'],
    ['by ARN', MAIN],
  ])('may start only the trail that is named %s', (_, Trail1) => {
    const role = functionRole({ Trail1 });
    for (const action of ['cloudtrail:StartLogging', 'cloudtrail:GetTrailStatus']) {
      expect(allows(role, action, MAIN)).toBe(true);
      expect(allows(role, action, SIBLING)).toBe(false);
      expect(allows(role, action, ELSEWHERE)).toBe(false);
      expect(allows(role, action, FOREIGN)).toBe(false);
    }
  });

  test('knows five trails in any mixture of names and ARNs, each as its own ARN', () => {
    const role = functionRole({ Trail1: 'main', Trail3: ELSEWHERE, Trail4: 'a.b_c-d', Trail5: FOREIGN });
    expect(trailsOf(role)).toEqual([
      MAIN,
      ELSEWHERE,
      'arn:aws:cloudtrail:eu-west-1:111122223333:trail/a.b_c-d',
      FOREIGN,
    ]);
  });

  test('a trail whose name contains what the template cuts at is still found', () => {
    for (const name of ['arn', 'trail', 'arn-trail.arn', 'aws']) {
      expect(trailsOf(functionRole({ Trail2: name }))).toEqual([
        `arn:aws:cloudtrail:eu-west-1:111122223333:trail/${name}`,
      ]);
    }
  });

  test('may start nothing in mode notify, and still see everything', () => {
    const role = functionRole({ Mode: 'notify' });
    expect(allows(role, 'cloudtrail:StartLogging', MAIN)).toBe(false);
    expect(allows(role, 'cloudtrail:GetTrailStatus', MAIN)).toBe(true);
    expect(allows(role, 'cloudtrail:DescribeTrails', '*')).toBe(true);
  });

  test.each(['restore', 'notify'])('is exactly this list in mode %s', (Mode) => {
    const granted = functionRole({ Mode }).Statement.flatMap(({ Action, Resource }) =>
      [Action].flat().map((action) => `${action} ${[Resource].flat().join(' ')}`),
    );
    const trails = 'arn:aws:cloudtrail:*:111122223333:trail/*';
    expect(granted).toEqual([
      'cloudtrail:DescribeTrails *',
      `cloudtrail:GetTrailStatus ${trails}`,
      ...(Mode === 'restore' ? [`cloudtrail:StartLogging ${trails}`] : []),
      'logs:CreateLogStream <FunctionLog.Arn>',
      'logs:PutLogEvents <FunctionLog.Arn>',
      'sqs:ChangeMessageVisibility <Queue.Arn>',
      'sqs:DeleteMessage <Queue.Arn>',
      'sqs:GetQueueAttributes <Queue.Arn>',
      'sqs:ReceiveMessage <Queue.Arn>',
      'sqs:SendMessage <DeadLetterQueue.Arn>',
      'dynamodb:GetItem <Ledger.Arn>',
      'dynamodb:PutItem <Ledger.Arn>',
      'dynamodb:Query <Ledger.Arn>',
      `cloudformation:DescribeStacks ${PLACE['AWS::StackId']}`,
      'sns:GetTopicAttributes <Topic>',
      'sns:Publish <Topic>',
    ]);
  });

  test.each([
    'cloudtrail:StopLogging',
    'cloudtrail:DeleteTrail',
    'cloudtrail:UpdateTrail',
    'cloudtrail:PutEventSelectors',
    'cloudtrail:RemoveTags',
    'cloudtrail:CreateTrail',
    'iam:PassRole',
    'lambda:UpdateFunctionConfiguration',
    'logs:CreateLogGroup',
    'sqs:PurgeQueue',
    'dynamodb:DeleteTable',
    'sns:Subscribe',
    'kms:Decrypt',
  ])('never allows %s', (action) => {
    for (const resource of [
      '*',
      MAIN,
      '<Function.Arn>',
      '<Queue.Arn>',
      '<Ledger.Arn>',
      '<Topic>',
      '<FunctionLog.Arn>',
    ]) {
      expect(allows(functionRole(), action, resource)).toBe(false);
    }
  });

  test('sends nothing to its own queue: that would be a loop', () => {
    expect(allows(functionRole(), 'sqs:SendMessage', '<Queue.Arn>')).toBe(false);
  });

  describe('with a given topic', () => {
    const AlertTopicArn = 'arn:aws:sns:us-east-1:999900001111:alerts';
    const role = functionRole({ AlertTopicArn });
    const key = 'arn:aws:kms:us-east-1:999900001111:key/1234';
    const throughSns = {
      'kms:ViaService': 'sns.us-east-1.amazonaws.com',
      'kms:EncryptionContext:aws:sns:topicArn': AlertTopicArn,
    };

    test('may publish to exactly that topic', () => {
      expect(allows(role, 'sns:Publish', AlertTopicArn)).toBe(true);
      expect(allows(role, 'sns:Publish', `${AlertTopicArn}2`)).toBe(false);
      expect(allows(role, 'sns:Publish', '<Topic>')).toBe(false);
    });

    test('may use its key through SNS for that topic, and in no other way', () => {
      for (const action of ['kms:Decrypt', 'kms:GenerateDataKey']) {
        expect(allows(role, action, key, throughSns)).toBe(true);
        expect(allows(role, action, key)).toBe(false);
        expect(
          allows(role, action, key, { ...throughSns, 'kms:ViaService': 's3.us-east-1.amazonaws.com' }),
        ).toBe(false);
        const otherTopic = { ...throughSns, 'kms:EncryptionContext:aws:sns:topicArn': `${AlertTopicArn}2` };
        expect(allows(role, action, key, otherTopic)).toBe(false);
        expect(allows(role, action, key.replace('us-east-1', 'eu-west-1'), throughSns)).toBe(false);
      }
    });
  });
});

test('the role of the schedule may invoke the function and send dead letters, for schedules of this account', () => {
  expect(roleOf('ScheduleRole', {}).Statement).toEqual([
    { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: '<Function.Arn>' },
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '<DeadLetterQueue.Arn>' },
  ]);
  const role = resolveTemplate(template, {}).ScheduleRole;
  expect(role?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
    {
      Effect: 'Allow',
      Principal: { Service: 'scheduler.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    },
  ]);
});
