import { Aws, Fn, Tokenization } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { GuardConditions } from './guard-conditions.ts';
import type { GuardSettings } from './guard-settings.ts';
import type { Queues } from './queues.ts';
import { rolePlace } from './role-place.ts';

/** The sweep: the guarantee behind the events, by another service and around the queue. */
export function addSchedule(
  scope: Construct,
  guard: CfnFunction,
  { deadLetterQueue }: Queues,
  settings: GuardSettings,
  conditions: GuardConditions,
): CfnSchedule {
  const role = addScheduleRole(scope, guard, deadLetterQueue.attrArn, rolePlace(settings, conditions));
  return new CfnSchedule(scope, 'Schedule', {
    description: 'trailkeeper: looks at every trail',
    scheduleExpression: Fn.conditionIf(
      conditions.sweepsEveryMinute.logicalId,
      'rate(1 minute)',
      `rate(${Tokenization.stringifyNumber(settings.sweepMinutes)} minutes)`,
    ).toString(),
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: guard.attrArn,
      roleArn: role.attrArn,
      input: JSON.stringify({ trailkeeper: 'sweep' }),
      deadLetterConfig: { arn: deadLetterQueue.attrArn },
      // An old sweep is worth nothing: the next one looks at the same state.
      retryPolicy: { maximumEventAgeInSeconds: 300, maximumRetryAttempts: 5 },
    },
  });
}

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html */
const addScheduleRole = (
  scope: Construct,
  guard: CfnFunction,
  deadLetterQueueArn: string,
  place: ReturnType<typeof rolePlace>,
) =>
  new CfnRole(scope, 'ScheduleRole', {
    ...place,
    assumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'scheduler.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
        },
      ],
    },
    policies: [
      {
        policyName: 'sweep',
        policyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: guard.attrArn },
            { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: deadLetterQueueArn },
          ],
        },
      },
    ],
  });
