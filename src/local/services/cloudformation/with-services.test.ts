// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the placeholders of Fn::Sub
import { expect, test } from 'vitest';
import { alice, testWorld } from '../../endpoint/test-world.ts';
import { cloudtrail } from '../cloudtrail/index.ts';
import { dynamodb } from '../dynamodb/index.ts';
import { events } from '../events/index.ts';
import { addUser } from '../iam/accounts.ts';
import { iam } from '../iam/index.ts';
import { callerFor } from '../iam/sessions.ts';
import { kms } from '../kms/index.ts';
import { lambda } from '../lambda/index.ts';
import { logs } from '../logs/index.ts';
import { monitoring } from '../monitoring/index.ts';
import { s3 } from '../s3/index.ts';
import { scheduler } from '../scheduler/index.ts';
import { sns } from '../sns/index.ts';
import { sqs } from '../sqs/index.ts';
import { ssm } from '../ssm/index.ts';
import { sts } from '../sts/index.ts';
import { cloudformation } from './index.ts';

const tags = [{ Key: 'team', Value: 'security' }];
const allow = (Action: string, Service: string, Resource: unknown) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service }, Action, Resource }],
});
const trust = (Service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
});
const arn = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });

const Resources = {
  Key: {
    Type: 'AWS::KMS::Key',
    Properties: {
      Description: 'for the trail',
      EnableKeyRotation: true,
      PendingWindowInDays: 7,
      Tags: tags,
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } },
            Action: 'kms:*',
            Resource: '*',
          },
          {
            Effect: 'Allow',
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            Action: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
            Resource: '*',
          },
        ],
      },
    },
  },
  Bucket: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 365 }] },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      Tags: tags,
    },
  },
  BucketPolicy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: { Ref: 'Bucket' },
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            Action: 's3:GetBucketAcl',
            Resource: arn('Bucket'),
          },
          {
            Effect: 'Allow',
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            Action: 's3:PutObject',
            Resource: { 'Fn::Sub': '${Bucket.Arn}/AWSLogs/${AWS::AccountId}/*' },
            Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
          },
        ],
      },
    },
  },
  Trail: {
    Type: 'AWS::CloudTrail::Trail',
    DependsOn: 'BucketPolicy',
    Properties: {
      IsLogging: true,
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      KMSKeyId: arn('Key'),
      S3BucketName: { Ref: 'Bucket' },
      EventSelectors: [{ IncludeManagementEvents: true, ReadWriteType: 'All' }],
      Tags: tags,
    },
  },
  DeadLetters: {
    Type: 'AWS::SQS::Queue',
    Properties: { MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true },
  },
  Queue: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      VisibilityTimeout: 180,
      RedrivePolicy: { deadLetterTargetArn: arn('DeadLetters'), maxReceiveCount: 5 },
      Tags: tags,
    },
  },
  QueuePolicy: {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [{ Ref: 'Queue' }],
      PolicyDocument: allow('sqs:SendMessage', 'events.amazonaws.com', arn('Queue')),
    },
  },
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      Description: 'calls that impair a trail',
      EventPattern: { source: ['aws.cloudtrail'], detail: { eventName: ['StopLogging'] } },
      State: 'ENABLED',
      Targets: [
        {
          Id: 'queue',
          Arn: arn('Queue'),
          DeadLetterConfig: { Arn: arn('DeadLetters') },
          RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3600 },
        },
      ],
      Tags: tags,
    },
  },
  ScheduleRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust('scheduler.amazonaws.com'),
      Description: 'sends the tick',
      Tags: tags,
      Policies: [
        {
          PolicyName: 'send',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arn('Queue') }],
          },
        },
      ],
    },
  },
  MorePolicy: {
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: 'more',
      Roles: [{ Ref: 'ScheduleRole' }],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sqs:GetQueueUrl', Resource: '*' }],
      },
    },
  },
  Group: { Type: 'AWS::Scheduler::ScheduleGroup', Properties: { Tags: tags } },
  Schedule: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      GroupName: { Ref: 'Group' },
      FlexibleTimeWindow: { Mode: 'OFF' },
      ScheduleExpression: 'rate(5 minutes)',
      State: 'ENABLED',
      Target: {
        Arn: arn('Queue'),
        RoleArn: arn('ScheduleRole'),
        Input: '{"tick":true}',
        RetryPolicy: { MaximumRetryAttempts: 2 },
        DeadLetterConfig: { Arn: arn('DeadLetters') },
      },
    },
  },
  Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'alerts', Tags: tags } },
  Mail: {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'email', Endpoint: 'security@example.com' },
  },
  TopicPolicy: {
    Type: 'AWS::SNS::TopicPolicy',
    Properties: {
      Topics: [{ Ref: 'Topic' }],
      PolicyDocument: allow('sns:Publish', 'cloudwatch.amazonaws.com', { Ref: 'Topic' }),
    },
  },
  Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: { Ref: 'Days' }, Tags: tags } },
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
      Tags: tags,
    },
  },
  Alarm: {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmActions: [{ Ref: 'Topic' }],
      ComparisonOperator: 'GreaterThanThreshold',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['DeadLetters', 'QueueName'] } }],
      EvaluationPeriods: 1,
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Namespace: 'AWS/SQS',
      Period: 300,
      Statistic: 'Maximum',
      Threshold: 0,
      TreatMissingData: 'notBreaching',
      Tags: tags,
    },
  },
  Dashboard: {
    Type: 'AWS::CloudWatch::Dashboard',
    Properties: {
      DashboardBody: {
        'Fn::Sub':
          '{"widgets":[{"type":"text","x":0,"y":0,"width":6,"height":6,"properties":{"markdown":"${AWS::StackName}"}}]}',
      },
    },
  },
  FunctionRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust('lambda.amazonaws.com'),
      Policies: [
        {
          PolicyName: 'receive',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                Resource: arn('Queue'),
              },
            ],
          },
        },
      ],
    },
  },
  Function: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Architectures: ['arm64'],
      Code: { ZipFile: 'exports.handler = async () => {};' },
      Environment: { Variables: { TRAILS: { Ref: 'Trail' }, DAYS: 90 } },
      Handler: 'index.handler',
      LoggingConfig: { LogGroup: { Ref: 'Logs' } },
      MemorySize: 512,
      Role: arn('FunctionRole'),
      Runtime: 'nodejs24.x',
      Tags: tags,
      Timeout: 30,
    },
  },
  Permission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: { Ref: 'Function' },
      Principal: 'events.amazonaws.com',
      SourceArn: arn('Rule'),
    },
  },
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      BatchSize: 10,
      EventSourceArn: arn('Queue'),
      FunctionName: { Ref: 'Function' },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    },
  },
  InvokeConfig: {
    Type: 'AWS::Lambda::EventInvokeConfig',
    Properties: { FunctionName: { Ref: 'Function' }, Qualifier: '$LATEST', MaximumRetryAttempts: 1 },
  },
  Parameter: {
    Type: 'AWS::SSM::Parameter',
    Properties: { Type: 'String', Value: arn('Trail'), Tags: { team: 'security' } },
  },
};
const template = { Parameters: { Days: { Type: 'Number', Default: 90 } }, Resources };

function embeddedAws() {
  const made = testWorld(
    iam,
    sts,
    cloudtrail,
    dynamodb,
    events,
    kms,
    lambda,
    logs,
    monitoring,
    s3,
    scheduler,
    sns,
    sqs,
    ssm,
    cloudformation,
  );
  const { accessKeyId } = addUser(made.world, alice.accountId, 'operator');
  const operator = callerFor(made.world, accessKeyId);
  // biome-ignore lint/suspicious/noExplicitAny: the test looks at single members of answers
  const request = (operation: string, input: object): Promise<any> =>
    made.send('cloudformation', operation, input, operator);
  async function settled(StackName: string) {
    for (let turns = 0; turns < 100; turns++) {
      const { Stacks } = await request('DescribeStacks', { StackName });
      if (!Stacks[0].StackStatus.endsWith('_IN_PROGRESS')) break;
      await made.clock.advance(1000);
    }
    const { StackEvents } = await request('DescribeStackEvents', { StackName });
    const { Stacks } = await request('DescribeStacks', { StackName });
    const failures = StackEvents.filter(({ ResourceStatus }: { ResourceStatus: string }) =>
      /FAILED/.test(ResourceStatus),
    );
    return { status: Stacks[0].StackStatus, failures, id: Stacks[0].StackId };
  }
  // biome-ignore lint/suspicious/noExplicitAny: the test looks at single members of answers
  const ask = (service: string, operation: string, input: object = {}): Promise<any> =>
    made.send(service, operation, input, operator);
  return { request, settled, ask };
}

test('a stack of every type is made, changed and deleted by the services themselves', async () => {
  const { request, settled, ask } = embeddedAws();
  const { StackId } = await request('CreateStack', {
    StackName: 'everything',
    TemplateBody: JSON.stringify(template),
    Capabilities: ['CAPABILITY_IAM'],
    Tags: [{ Key: 'stack', Value: 'everything' }],
  });
  expect(await settled(StackId)).toMatchObject({ status: 'CREATE_COMPLETE', failures: [] });
  const [trail] = (await ask('cloudtrail', 'DescribeTrails')).trailList;
  expect(await ask('cloudtrail', 'GetTrailStatus', { Name: trail.TrailARN })).toMatchObject({
    IsLogging: true,
  });

  const changed = structuredClone(Resources);
  changed.Queue.Properties.VisibilityTimeout = 240;
  changed.Rule.Properties.Description = 'more calls';
  changed.Schedule.Properties.ScheduleExpression = 'rate(10 minutes)';
  changed.Topic.Properties.DisplayName = 'guard';
  changed.Table.Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled = false;
  changed.Alarm.Properties.Threshold = 1;
  changed.Trail.Properties.EnableLogFileValidation = false;
  changed.ScheduleRole.Properties.Description = 'sends ticks';
  changed.Bucket.Properties.VersioningConfiguration.Status = 'Suspended';
  changed.Function.Properties.MemorySize = 256;
  changed.Function.Properties.Code.ZipFile = 'exports.handler = async () => 1;';
  changed.Mapping.Properties.BatchSize = 5;
  changed.InvokeConfig.Properties.MaximumRetryAttempts = 0;
  await request('UpdateStack', {
    StackName: 'everything',
    TemplateBody: JSON.stringify({ ...template, Resources: changed }),
    Parameters: [{ ParameterKey: 'Days', ParameterValue: '30' }],
    Capabilities: ['CAPABILITY_IAM'],
  });
  expect(await settled(StackId)).toMatchObject({ status: 'UPDATE_COMPLETE', failures: [] });

  expect((await ask('lambda', 'ListFunctions')).Functions).toMatchObject([{ MemorySize: 256 }]);

  await request('DeleteStack', { StackName: 'everything' });
  expect(await settled(StackId)).toMatchObject({ status: 'DELETE_COMPLETE', failures: [] });
  expect((await ask('cloudtrail', 'DescribeTrails')).trailList).toEqual([]);
  expect((await ask('lambda', 'ListFunctions')).Functions).toEqual([]);
  expect((await ask('iam', 'ListRoles')).Roles).toEqual([]);
  expect((await ask('events', 'ListRules')).Rules).toEqual([]);
  expect((await ask('sqs', 'ListQueues')).QueueUrls ?? []).toEqual([]);
});

test('topic, table and log group take a customer’s key by an update, and give it up by another', async () => {
  const { request, settled, ask } = embeddedAws();
  const statement = (Principal: object) => ({ Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' });
  const Policy = {
    Version: '2012-10-17',
    Statement: [
      statement({ AWS: `arn:aws:iam::${alice.accountId}:root` }),
      statement({ Service: 'logs.us-east-1.amazonaws.com' }),
    ],
  };
  const { Arn } = (await ask('kms', 'CreateKey', { Policy: JSON.stringify(Policy) })).KeyMetadata;
  const { Topic, Table, Logs } = Resources;
  const { SSESpecification: _own, ...plain } = Table.Properties;
  const withKey = (key?: string) =>
    JSON.stringify({
      Parameters: template.Parameters,
      Resources: {
        Topic: { ...Topic, Properties: { KmsMasterKeyId: key } },
        Logs: { ...Logs, Properties: { KmsKeyId: key } },
        Table: {
          ...Table,
          Properties: {
            ...plain,
            SSESpecification: key && { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: key },
          },
        },
      },
    });
  const keys = async () => {
    const [TopicArn] = (await ask('sns', 'ListTopics')).Topics.map(
      (topic: { TopicArn: string }) => topic.TopicArn,
    );
    const [TableName] = (await ask('dynamodb', 'ListTables')).TableNames;
    return [
      (await ask('sns', 'GetTopicAttributes', { TopicArn })).Attributes.KmsMasterKeyId || undefined,
      (await ask('dynamodb', 'DescribeTable', { TableName })).Table.SSEDescription?.KMSMasterKeyArn,
      (await ask('logs', 'DescribeLogGroups')).logGroups[0].kmsKeyId,
    ];
  };
  const { StackId } = await request('CreateStack', { StackName: 'keys', TemplateBody: withKey() });
  expect(await settled(StackId)).toMatchObject({ status: 'CREATE_COMPLETE', failures: [] });
  for (const key of [Arn, undefined]) {
    await request('UpdateStack', { StackName: 'keys', TemplateBody: withKey(key) });
    expect(await settled(StackId)).toMatchObject({ status: 'UPDATE_COMPLETE', failures: [] });
    expect(await keys()).toEqual([key, key, key]);
  }
});
