import { beforeEach, expect, test } from 'vitest';
import { TEST_ACCOUNT, TEST_REGION } from '../../endpoint/test-world.ts';
import { trailWorld } from '../cloudtrail/test-trail-world.ts';
import { findMetric } from '../monitoring/metrics.ts';

const GROUP_ARN = `arn:aws:logs:${TEST_REGION}:${TEST_ACCOUNT}:log-group:trail`;
const DENY_ALL = 'arn:aws:iam::aws:policy/AWSDenyAll';
const role = { RoleName: 'delivery' };
const trust = (Service: string) =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }] });
const mayWrite = JSON.stringify({
  Statement: [
    { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: `${GROUP_ARN}:*` },
  ],
});

let aws: ReturnType<typeof trailWorld>;
const iam = (operation: string, input: object) => aws.call('iam', operation, { ...role, ...input });
const inline = { PolicyName: 'deliver', PolicyDocument: mayWrite };

/** A trail that delivers to a log group by a role with an inline policy. */
beforeEach(async () => {
  aws = trailWorld();
  await aws.createBucket();
  await aws.call('logs', 'CreateLogGroup', { logGroupName: 'trail' });
  await iam('CreateRole', { AssumeRolePolicyDocument: trust('cloudtrail.amazonaws.com') });
  await iam('PutRolePolicy', inline);
  await aws.createLoggingTrail('main', {
    CloudWatchLogsLogGroupArn: `${GROUP_ARN}:*`,
    CloudWatchLogsRoleArn: `arn:aws:iam::${TEST_ACCOUNT}:role/delivery`,
  });
});

/** What GetTrailStatus says after something happened and was delivered. */
async function deliveryError() {
  await aws.call('sns', 'CreateTopic', { Name: 'something' });
  await aws.clock.advance(5 * 60_000);
  const status = await aws.send<{ LatestCloudWatchLogsDeliveryError?: string }>('GetTrailStatus', {
    Name: 'main',
  });
  return status.LatestCloudWatchLogsDeliveryError;
}

test.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
  [
    'the role loses its inline policy',
    () => iam('DeleteRolePolicy', { PolicyName: 'deliver' }),
    () => iam('PutRolePolicy', inline),
  ],
  [
    'the role gets a policy that denies',
    () => iam('AttachRolePolicy', { PolicyArn: DENY_ALL }),
    () => iam('DetachRolePolicy', { PolicyArn: DENY_ALL }),
  ],
  [
    'a boundary blocks the role',
    () => iam('PutRolePermissionsBoundary', { PermissionsBoundary: DENY_ALL }),
    () => iam('DeleteRolePermissionsBoundary', {}),
  ],
  [
    'the role trusts another service',
    () => iam('UpdateAssumeRolePolicy', { PolicyDocument: trust('lambda.amazonaws.com') }),
    () => iam('UpdateAssumeRolePolicy', { PolicyDocument: trust('cloudtrail.amazonaws.com') }),
  ],
  [
    'the log group is deleted',
    () => aws.call('logs', 'DeleteLogGroup', { logGroupName: 'trail' }),
    () => aws.call('logs', 'CreateLogGroup', { logGroupName: 'trail' }),
  ],
])('a trail tells that it cannot deliver when %s, and that it can again', async (_, attack, undo) => {
  expect(await deliveryError()).toBeUndefined();
  await attack();
  expect(await deliveryError()).toBeDefined();
  await undo();
  expect(await deliveryError()).toBeUndefined();
});

test('a managed policy of the role counts by its default version', async () => {
  const PolicyArn = `arn:aws:iam::${TEST_ACCOUNT}:policy/deliver`;
  await aws.call('iam', 'CreatePolicy', { PolicyName: 'deliver', PolicyDocument: mayWrite });
  await iam('AttachRolePolicy', { PolicyArn });
  await iam('DeleteRolePolicy', { PolicyName: 'deliver' });
  expect(await deliveryError()).toBeUndefined();
  const PolicyDocument = mayWrite.replace('PutLogEvents', 'GetLogEvents');
  await aws.call('iam', 'CreatePolicyVersion', { PolicyArn, PolicyDocument, SetAsDefault: true });
  expect(await deliveryError()).toBe('AccessDenied');
  await aws.call('iam', 'SetDefaultPolicyVersion', { PolicyArn, VersionId: 'v1' });
  expect(await deliveryError()).toBeUndefined();
});

test("a metric filter of a trail's log group makes metrics of the trail's records", async () => {
  const put = (filterPattern: string) =>
    aws.call('logs', 'PutMetricFilter', {
      logGroupName: 'trail',
      filterName: 'topics',
      filterPattern,
      metricTransformations: [{ metricName: 'topics', metricNamespace: 'CIS', metricValue: '1' }],
    });
  const count = () =>
    findMetric(aws.world, TEST_ACCOUNT, TEST_REGION, {
      namespace: 'CIS',
      name: 'topics',
      dimensions: new Map(),
    })?.points.length;
  await put('{ ($.eventSource = sns.amazonaws.com) && ($.eventName = CreateTopic) }');
  await deliveryError();
  expect(count()).toBe(1);
  await put('{ ($.eventSource = sns.amazonaws.com) && ($.eventName = never) }');
  await deliveryError();
  expect(count()).toBe(1);
});
