import { expect, test } from 'vitest';
import type { Call } from '../../endpoint/operation.ts';
import { alice, mallory, testWorld } from '../../endpoint/test-world.ts';
import { organizationWorld } from '../organizations/test-organization.ts';
import { resourcesOfCall } from './resource-of-call.ts';

const { world } = testWorld();
const call = {
  world,
  accountId: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
  caller: alice,
} as Partial<Call> as Call;

const ours = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const TRAIL = 'arn:aws:cloudtrail:us-east-1:444455556666:trail/t';

test.each<[string, string, object, string[]]>([
  ['cloudtrail', 'StopLogging', { Name: 't' }, [ours('cloudtrail', 'trail/t')]],
  ['cloudtrail', 'StopLogging', { Name: TRAIL }, [TRAIL]],
  ['cloudtrail', 'PutEventSelectors', { TrailName: 't' }, [ours('cloudtrail', 'trail/t')]],
  ['cloudtrail', 'ListTags', { ResourceIdList: [TRAIL] }, [TRAIL]],
  ['cloudtrail', 'DescribeTrails', { trailNameList: ['t'] }, ['*']],
  ['cloudtrail', 'LookupEvents', {}, ['*']],
  ['sns', 'Publish', { TopicArn: ours('sns', 'x') }, [ours('sns', 'x')]],
  ['sns', 'CreateTopic', { Name: 'x' }, [ours('sns', 'x')]],
  ['sns', 'Unsubscribe', { SubscriptionArn: `${ours('sns', 'x')}:1-2` }, [ours('sns', 'x')]],
  ['sns', 'ListTopics', {}, ['*']],
  [
    'sqs',
    'SendMessage',
    { QueueUrl: 'http://127.0.0.1:1/444455556666/q' },
    ['arn:aws:sqs:eu-west-1:444455556666:q'],
  ],
  ['sqs', 'GetQueueUrl', { QueueName: 'q' }, [ours('sqs', 'q')]],
  ['events', 'PutRule', { Name: 'r' }, [ours('events', 'rule/r')]],
  ['events', 'PutRule', { Name: 'r', EventBusName: 'b' }, [ours('events', 'rule/b/r')]],
  [
    'events',
    'PutEvents',
    { Entries: [{}, { EventBusName: 'b' }] },
    [ours('events', 'event-bus/default'), ours('events', 'event-bus/b')],
  ],
  ['events', 'PutPermission', {}, [ours('events', 'event-bus/default')]],
  ['events', 'UpdateEventBus', { Name: ours('events', 'event-bus/b') }, [ours('events', 'event-bus/b')]],
  ['scheduler', 'GetSchedule', { Name: 's' }, [ours('scheduler', 'schedule/default/s')]],
  ['dynamodb', 'GetItem', { TableName: 't' }, [ours('dynamodb', 'table/t')]],
  ['dynamodb', 'Query', { TableName: 't', IndexName: 'i' }, [ours('dynamodb', 'table/t/index/i')]],
  [
    'dynamodb',
    'BatchWriteItem',
    { RequestItems: { a: [], b: [] } },
    [ours('dynamodb', 'table/a'), ours('dynamodb', 'table/b')],
  ],
  [
    'ec2',
    'DeleteFlowLogs',
    { FlowLogIds: ['fl-1', 'fl-2'] },
    [ours('ec2', 'vpc-flow-log/fl-1'), ours('ec2', 'vpc-flow-log/fl-2')],
  ],
  [
    'ec2',
    'CreateFlowLogs',
    { ResourceIds: ['vpc-1'] },
    [ours('ec2', 'vpc-flow-log/*'), ours('ec2', 'vpc/vpc-1')],
  ],
  ['ec2', 'DescribeRegions', {}, ['*']],
  [
    'route53resolver',
    'DeleteResolverQueryLogConfig',
    { ResolverQueryLogConfigId: 'rqlc-1' },
    [ours('route53resolver', 'resolver-query-log-config/rqlc-1')],
  ],
  [
    'route53resolver',
    'CreateResolverQueryLogConfig',
    {},
    [ours('route53resolver', 'resolver-query-log-config/*')],
  ],
  ['macie2', 'DisableMacie', {}, ['*']],
  ['securitylake', 'DeleteAwsLogSource', { sources: [] }, [ours('securitylake', 'data-lake/default')]],
  ['s3', 'PutObject', { Bucket: 'b', Key: 'k' }, ['arn:aws:s3:::b/k']],
  ['s3', 'GetBucketPolicy', { Bucket: 'b' }, ['arn:aws:s3:::b']],
  [
    's3',
    'DeleteObjects',
    { Bucket: 'b', Delete: { Objects: [{ Key: 'k' }, { Key: 'l' }] } },
    ['arn:aws:s3:::b/k', 'arn:aws:s3:::b/l'],
  ],
  ['s3', 'ListBuckets', {}, ['*']],
  ['lambda', 'Invoke', { FunctionName: 'f' }, [ours('lambda', 'function:f')]],
  ['lambda', 'Invoke', { FunctionName: 'f', Qualifier: 'v1' }, [ours('lambda', 'function:f:v1')]],
  ['lambda', 'Invoke', { FunctionName: ours('lambda', 'function:f:v1') }, [ours('lambda', 'function:f:v1')]],
  [
    'lambda',
    'Invoke',
    { FunctionName: '444455556666:function:f' },
    ['arn:aws:lambda:eu-west-1:444455556666:function:f'],
  ],
  ['lambda', 'CreateEventSourceMapping', { FunctionName: 'f' }, ['*']],
  ['cloudformation', 'DescribeStacks', { StackName: 's' }, [ours('cloudformation', 'stack/s/*')]],
  ['cloudformation', 'DescribeStacks', {}, ['*']],
  [
    'logs',
    'CreateLogStream',
    { logGroupName: 'g', logStreamName: 's' },
    [ours('logs', 'log-group:g:log-stream:s')],
  ],
  ['logs', 'PutRetentionPolicy', { logGroupName: 'g' }, [ours('logs', 'log-group:g:log-stream:')]],
  [
    'logs',
    'FilterLogEvents',
    { logGroupIdentifier: ours('logs', 'log-group:g:*') },
    [ours('logs', 'log-group:g:log-stream:')],
  ],
  ['logs', 'PutTransformer', { logGroupIdentifier: 'g' }, [ours('logs', 'log-group:g:log-stream:')]],
  [
    'logs',
    'AssociateKmsKey',
    { resourceIdentifier: ours('logs', 'log-group:g') },
    [ours('logs', 'log-group:g:log-stream:')],
  ],
  ['logs', 'PutAccountPolicy', { policyName: 'p' }, ['*']],
  ['monitoring', 'PutMetricData', { Namespace: 'N' }, ['*']],
  ['monitoring', 'PutMetricAlarm', { AlarmName: 'a' }, [ours('cloudwatch', 'alarm:a')]],
  ['monitoring', 'PutDashboard', { DashboardName: 'd' }, ['arn:aws:cloudwatch::111122223333:dashboard/d']],
  ['ssm', 'GetParameter', { Name: '/a/b:3' }, [ours('ssm', 'parameter/a/b')]],
  ['ssm', 'GetParameters', { Names: ['a', '/b'] }, [ours('ssm', 'parameter/a'), ours('ssm', 'parameter/b')]],
  ['kms', 'DescribeKey', { KeyId: 'k' }, [ours('kms', 'key/k')]],
  ['kms', 'DescribeKey', { KeyId: 'alias/k' }, ['*']],
  [
    'kms',
    'UpdateAlias',
    { AliasName: 'alias/k', TargetKeyId: 'k' },
    [ours('kms', 'alias/k'), ours('kms', 'key/k')],
  ],
  ['kms', 'DisconnectCustomKeyStore', { CustomKeyStoreId: 'cks-1' }, ['*']],
  ['s3control', 'PutPublicAccessBlock', { AccountId: '111122223333' }, ['*']],
  [
    'securityhub',
    'BatchImportFindings',
    { Findings: [{ ProductArn: 'arn:p' }, { ProductArn: 'arn:p' }] },
    ['arn:p'],
  ],
  ['guardduty', 'GetDetector', { DetectorId: 'd' }, [ours('guardduty', 'detector/d')]],
  ['iam', 'GetRole', { RoleName: 'r' }, ['arn:aws:iam::111122223333:role/r']],
  ['iam', 'CreatePolicy', { PolicyName: 'p', Path: '/a/' }, ['arn:aws:iam::111122223333:policy/a/p']],
  ['iam', 'SetDefaultPolicyVersion', { PolicyArn: 'arn:p', VersionId: 'v1' }, ['arn:p']],
  ['iam', 'AttachRolePolicy', { RoleName: 'r', PolicyArn: 'arn:p' }, ['arn:aws:iam::111122223333:role/r']],
  [
    'sts',
    'AssumeRole',
    { RoleArn: 'arn:aws:iam::444455556666:role/r' },
    ['arn:aws:iam::444455556666:role/r'],
  ],
  ['invented', 'Operation', { Name: 'x' }, ['*']],
])('%s:%s %j acts on %j', (service, operation, input, resources) => {
  expect(resourcesOfCall({ service, operation, input, call })).toEqual(resources);
});

test('a trail of the organization that a member makes is asked about for its own account and for the owner', async () => {
  const organization = organizationWorld();
  await organization.join();
  const byMember = { ...call, world: organization.world, accountId: mallory.accountId };
  const resources = (input: object) =>
    resourcesOfCall({ service: 'cloudtrail', operation: 'CreateTrail', input, call: byMember });
  const own = ours('cloudtrail', 'trail/t').replace('111122223333', mallory.accountId);
  expect(resources({ Name: 't' })).toEqual([own]);
  expect(resources({ Name: 't', IsOrganizationTrail: true })).toEqual([own, ours('cloudtrail', 'trail/t')]);
});
