import type { Call } from '../../../endpoint/operation.ts';
import { arnOf } from '../arn-of.ts';
import { all, named, type ResourceRule, type ResourceRules, texts } from './resource-rules.ts';

/**
 * CloudWatch Logs asks about `log-group:NAME:log-stream:STREAM`, with an empty stream for what concerns the whole group:
 * that is why policies name a group with `:*` behind it.
 */
const logStream: ResourceRule = (input, call) => {
  const stream = texts(input.logStreamName)[0] ?? '';
  return groupNames(input).map((group) => arnOf(call, 'logs', `log-group:${group}:log-stream:${stream}`));
};

function groupNames({
  logGroupName,
  logGroupIdentifier,
  resourceIdentifier,
}: Parameters<ResourceRule>[0]): readonly string[] {
  const [name] = texts(logGroupName ?? logGroupIdentifier ?? resourceIdentifier);
  return name === undefined ? [] : [name.replace(/^arn:.*:log-group:/, '').replace(/:\*$/, '')];
}

const tagged = named('resourceArn', (name) => name);

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
export const logs: ResourceRules = new Map([
  ...all(
    logStream,
    'AssociateKmsKey',
    'CreateLogGroup',
    'CreateLogStream',
    'DeleteDataProtectionPolicy',
    'DeleteLogGroup',
    'DeleteLogStream',
    'DeleteMetricFilter',
    'DeleteRetentionPolicy',
    'DeleteSubscriptionFilter',
    'DeleteTransformer',
    'DescribeLogStreams',
    'DescribeMetricFilters',
    'DescribeSubscriptionFilters',
    'DisassociateKmsKey',
    'FilterLogEvents',
    'GetDataProtectionPolicy',
    'GetLogEvents',
    'GetTransformer',
    'PutDataProtectionPolicy',
    'PutLogEvents',
    'PutLogGroupDeletionProtection',
    'PutMetricFilter',
    'PutRetentionPolicy',
    'PutSubscriptionFilter',
    'PutTransformer',
  ),
  // Without a group it is about all groups, which is a pattern of its own: `log-group::log-stream:`.
  ...all((_input, call) => [arnOf(call, 'logs', 'log-group::log-stream:')], 'DescribeLogGroups'),
  ...all(tagged, 'ListTagsForResource', 'TagResource', 'UntagResource'),
]);

const alarm = (member: string) => named(member, (name, call) => arnOf(call, 'cloudwatch', `alarm:${name}`));
const dashboard = (member: string): ResourceRule => named(member, dashboardArn);
const dashboardArn = (name: string, call: Call) =>
  arnOf({ ...call, region: '' }, 'cloudwatch', `dashboard/${name}`);

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html */
export const monitoring: ResourceRules = new Map([
  ...all(alarm('AlarmName'), 'DescribeAlarmHistory', 'PutCompositeAlarm', 'PutMetricAlarm', 'SetAlarmState'),
  ...all(alarm('AlarmNames'), 'DeleteAlarms', 'DescribeAlarms', 'DisableAlarmActions', 'EnableAlarmActions'),
  ...all(dashboard('DashboardName'), 'GetDashboard', 'PutDashboard'),
  ...all(dashboard('DashboardNames'), 'DeleteDashboards'),
  ...all(
    named('ResourceARN', (name) => name),
    'ListTagsForResource',
    'TagResource',
    'UntagResource',
  ),
]);
