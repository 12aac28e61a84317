import { Aws, Fn } from 'aws-cdk-lib';
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { functionStatements } from '../policy/function-statements.ts';
import { TECHNIQUES } from '../techniques/index.ts';
import { acknowledge } from './acknowledge.ts';
import { type GuardConditions, unless, when } from './guard-conditions.ts';
import type { GuardSettings } from './guard-settings.ts';
import type { Queues } from './queues.ts';
import { topicRegion } from './topic-region.ts';
import { trailArn } from './trail-arn.ts';

interface RoleProps {
  readonly settings: GuardSettings;
  readonly conditions: GuardConditions;
  readonly queues: Queues;
  readonly ledger: CfnTable;
  readonly logGroup: CfnLogGroup;
  readonly topicArn: string;
}

/** The function's role: exactly the calls the function makes, each on exactly what it makes them on. */
export function addFunctionRole(scope: Construct, props: RoleProps): CfnRole {
  const role = new CfnRole(scope, 'FunctionRole', {
    assumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    policies: [
      {
        policyName: 'guard',
        policyDocument: {
          Version: '2012-10-17',
          Statement: [...trailStatements(props), ...workStatements(props), ...tellStatements(props)],
        },
      },
    ],
  });
  acknowledge(role, {
    'AwsSolutions-IAM5':
      'The rule stops at a conditional action. The wildcards are: DescribeTrails, which knows no resource; all trails of this account, when none is named; and keys, confined to SNS and one topic. test/template-role.test.ts evaluates the role instead.',
    'Serverless-LambdaStarPermissions':
      'The only statement on every resource is DescribeTrails, and CloudTrail defines no resource for it: allowed on a trail, it would be allowed nowhere.',
  });
  return role;
}

function trailStatements({ settings, conditions }: RoleProps) {
  const { namesTrails, hasTrail, restores } = conditions;
  const named = hasTrail.map((has, index) => when(has, trailArn(settings.trails[index] ?? '')));
  const guarded = Fn.conditionIf(
    namesTrails.logicalId,
    named,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
    Fn.sub('arn:${AWS::Partition}:cloudtrail:*:${AWS::AccountId}:trail/*'),
  );
  return functionStatements(TECHNIQUES, {
    trails: guarded,
    allowRestoring: (actions) => actions.map((action) => when(restores, action)),
  });
}

const workStatements = ({ queues, ledger, logGroup }: RoleProps) => [
  allow('WriteOwnLog', ['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.attrArn),
  allow(
    'TakeFromQueue',
    ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    queues.queue.attrArn,
  ),
  allow('SetAside', ['sqs:SendMessage'], queues.deadLetterQueue.attrArn),
  allow('KeepLedger', ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], ledger.attrArn),
  allow('LearnDeploymentTime', ['cloudformation:DescribeStacks'], Aws.STACK_ID),
];

/**
 * A given topic may be encrypted. Its key is unknown, and may be another account's; but SNS names the topic in the
 * encryption context, so the keys can be used through SNS, for this topic, and for nothing else.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
function tellStatements({ settings, conditions, topicArn }: RoleProps) {
  const Region = topicRegion(settings.alertTopicArn);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
  const keys = Fn.sub('arn:${AWS::Partition}:kms:${Region}:*:key/*', { Region });
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
  const sns = Fn.sub('sns.${Region}.${AWS::URLSuffix}', { Region });
  return [
    allow('TellPeople', ['sns:GetTopicAttributes', 'sns:Publish'], topicArn),
    unless(conditions.makesTopic, {
      ...allow('UseKeyOfGivenTopic', ['kms:Decrypt', 'kms:GenerateDataKey'], keys),
      Condition: {
        StringEquals: {
          'kms:ViaService': sns,
          'kms:EncryptionContext:aws:sns:topicArn': settings.alertTopicArn,
        },
      },
    }),
  ];
}

const allow = (Sid: string, Action: readonly string[], Resource: string) => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
});
