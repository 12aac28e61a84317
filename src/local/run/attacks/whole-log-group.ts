import { ACCOUNT_ID } from '../start.ts';
import type { Clients, Fields } from './connect.ts';
import { policy, trust } from './policies.ts';
import { WHOLE } from './whole-names.ts';
import { NOTHING } from './zipped.ts';

/** Makes the log group with its filters and alarm, and the role by which CloudTrail writes to it. */
export async function makeLogGroup(as: Clients, kmsKeyId: string, region: string): Promise<void> {
  const { logs, monitoring } = as;
  await Promise.all([
    logs('CreateLogGroup', { logGroupName: WHOLE.group, kmsKeyId }),
    makeRole(as),
    makeSiem(as, region),
    monitoring('PutMetricAlarm', ALARM),
  ]);
  const logGroupName = WHOLE.group;
  await Promise.all([
    logs('PutRetentionPolicy', { logGroupName, retentionInDays: 365 }),
    logs('PutMetricFilter', { logGroupName, ...METRIC_FILTER }),
    logs('PutSubscriptionFilter', { logGroupName, ...subscriptionFilter(region) }),
  ]);
}

/** CIS asks for such a filter and its alarm. */
export const METRIC_FILTER = {
  filterName: 'root',
  filterPattern: '{ $.userIdentity.type = "Root" }',
  metricTransformations: [{ metricName: 'RootUse', metricNamespace: 'Trail', metricValue: '1' }],
} as const;

export const ALARM = {
  AlarmName: WHOLE.alarm,
  Namespace: 'Trail',
  MetricName: 'RootUse',
  Statistic: 'Sum',
  Period: 300,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData: 'notBreaching',
} as const;

/** What was denied goes to the SIEM, by a function. */
export const subscriptionFilter = (region: string): Fields => ({
  filterName: 'siem',
  filterPattern: '{ $.errorCode = "AccessDenied" }',
  destinationArn: `arn:aws:lambda:${region}:${ACCOUNT_ID}:function:siem`,
});

const allowAction = (...Action: readonly string[]) => policy({ Effect: 'Allow', Action, Resource: '*' });

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html */
export const WRITE_TO_LOGS = allowAction('logs:CreateLogStream', 'logs:PutLogEvents');

async function makeRole({ iam }: Clients): Promise<void> {
  const RoleName = WHOLE.role;
  const [{ Policy }] = await Promise.all([
    iam('CreatePolicy', { PolicyName: WHOLE.policy, PolicyDocument: WRITE_TO_LOGS }),
    iam('CreateRole', { RoleName, AssumeRolePolicyDocument: trust('cloudtrail.amazonaws.com') }),
  ]);
  const { Arn: PolicyArn } = Policy as { Arn?: string };
  await iam('AttachRolePolicy', { RoleName, PolicyArn });
}

async function makeSiem({ iam, lambda }: Clients, region: string): Promise<void> {
  const FunctionName = 'siem';
  await iam('CreateRole', {
    RoleName: FunctionName,
    AssumeRolePolicyDocument: trust('lambda.amazonaws.com'),
  });
  await lambda('CreateFunction', {
    FunctionName,
    Role: `arn:aws:iam::${ACCOUNT_ID}:role/${FunctionName}`,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { ZipFile: NOTHING },
  });
  await lambda('AddPermission', {
    FunctionName,
    StatementId: 'logs',
    Action: 'lambda:InvokeFunction',
    Principal: `logs.${region}.amazonaws.com`,
  });
}
