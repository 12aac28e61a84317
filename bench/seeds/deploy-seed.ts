import { readFileSync } from 'node:fs';
import { connect, type Fields } from '../../src/local/run/attacks/connect.ts';
import { policy, trust } from '../../src/local/run/attacks/policies.ts';
import { arnOfRole } from '../../src/local/run/attacks/scene.ts';
import { confirmSubscription } from '../../src/local/run/prepare.ts';
import { ACCOUNT_ID, type EmbeddedAws } from '../../src/local/run/start.ts';
import { zipOf } from '../../src/local/services/lambda/code/test-zip.ts';
import type { Seed } from './seeds.ts';

export const SEED_ROLE = 'seed';

/** Sets up what a document tells to set up: topic, role, function, rule. */
export async function deploySeed(aws: EmbeddedAws, seed: Seed): Promise<void> {
  const as = connect(aws, aws.operator);
  const TopicArn = await makeTopic(aws);
  await as.iam('CreateRole', {
    RoleName: SEED_ROLE,
    AssumeRolePolicyDocument: trust('lambda.amazonaws.com'),
  });
  const PolicyDocument = policy({ Effect: 'Allow', Action: seed.actions, Resource: '*' });
  await as.iam('PutRolePolicy', { RoleName: SEED_ROLE, PolicyName: 'act', PolicyDocument });
  const handler = readFileSync(`bench/seeds/document-${seed.number}.cjs`, 'utf8');
  const { FunctionArn } = await as.lambda('CreateFunction', {
    FunctionName: 'seed',
    Role: arnOfRole(SEED_ROLE),
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { ZipFile: zipOf({ 'index.js': handler }) },
    Environment: {
      Variables: {
        TOPIC_ARN: TopicArn,
        TRAIL_ARN: `arn:aws:cloudtrail:${aws.region}:${ACCOUNT_ID}:trail/main`,
      },
    },
  });
  await putRule(aws, seed, { FunctionArn, TopicArn });
}

async function makeTopic(aws: EmbeddedAws): Promise<unknown> {
  const { sns } = connect(aws, aws.operator);
  const { TopicArn } = await sns('CreateTopic', { Name: 'seed-alerts' });
  const AttributeValue = policy(
    {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: TopicArn,
    },
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT_ID}:root` },
      Action: 'sns:Publish',
      Resource: TopicArn,
    },
  );
  await sns('SetTopicAttributes', { TopicArn, AttributeName: 'Policy', AttributeValue });
  await sns('Subscribe', { TopicArn, Protocol: 'email', Endpoint: 'security@example.com' });
  await confirmSubscription(aws);
  return TopicArn;
}

async function putRule(aws: EmbeddedAws, seed: Seed, { FunctionArn, TopicArn }: Fields): Promise<void> {
  const { events, lambda } = connect(aws, aws.operator);
  const EventPattern = JSON.stringify({
    source: ['aws.cloudtrail'],
    'detail-type': ['AWS API Call via CloudTrail'],
    detail: { eventSource: ['cloudtrail.amazonaws.com'], eventName: seed.eventNames },
  });
  const { RuleArn } = await events('PutRule', { Name: 'seed', EventPattern });
  await lambda('AddPermission', {
    FunctionName: 'seed',
    StatementId: 'rule',
    Action: 'lambda:InvokeFunction',
    Principal: 'events.amazonaws.com',
    SourceArn: RuleArn,
  });
  const targets = [
    { Id: 'function', Arn: FunctionArn },
    ...(seed.isTopicTarget ? [{ Id: 'topic', Arn: TopicArn }] : []),
  ];
  await events('PutTargets', { Rule: 'seed', Targets: targets });
}
