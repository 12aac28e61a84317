import { Aws } from 'aws-cdk-lib';
import { CfnAlarm, type CfnAlarmProps } from 'aws-cdk-lib/aws-cloudwatch';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type GuardConditions, when } from './guard-conditions.ts';
import type { GuardSettings } from './guard-settings.ts';
import type { Queues } from './queues.ts';

interface AlarmProps {
  readonly settings: GuardSettings;
  readonly conditions: GuardConditions;
  readonly queues: Queues;
  readonly guard: CfnFunction;
  readonly topicArn: string;
}

export interface Alarms {
  /** Tells that no sweep ran. */
  readonly heartbeat: CfnAlarm;
}

/** The namespace of the metrics in the function's log lines. */
const OWN_METRICS = 'trailkeeper';

/** What tells that the guard itself is not well. */
export function addAlarms(scope: Construct, props: AlarmProps): Alarms {
  const { settings, queues, guard } = props;
  const addAlarm = (id: string, alarm: Watch) =>
    new CfnAlarm(scope, id, {
      statistic: 'Maximum',
      comparisonOperator: 'GreaterThanOrEqualToThreshold',
      threshold: 1,
      period: 60,
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
      alarmActions: [when(props.conditions.topicIsHere, props.topicArn).toString()],
      ...alarm,
    });

  addAlarm('DeadLettersAlarm', {
    alarmDescription: 'trailkeeper: messages nobody could use wait in the dead-letter queue.',
    ...ofQueue(queues.deadLetterQueue, 'ApproximateNumberOfMessagesVisible'),
  });
  addAlarm('QueueAgeAlarm', {
    alarmDescription: 'trailkeeper: a message has waited for 15 minutes; the function does not get through.',
    ...ofQueue(queues.queue, 'ApproximateAgeOfOldestMessage'),
    threshold: 900,
  });
  addAlarm('ErrorsAlarm', {
    alarmDescription: 'trailkeeper: the function failed; its log says why.',
    namespace: 'AWS/Lambda',
    metricName: 'Errors',
    dimensions: [{ name: 'FunctionName', value: guard.ref }],
    statistic: 'Sum',
  });
  addAlarm('AlertsFailedAlarm', {
    alarmDescription:
      'trailkeeper: a message to people or machines could not be sent; the log says which and why.',
    ...ownMetric('AlertsFailed'),
    statistic: 'Sum',
  });
  addAlarm('SubscriptionAlarm', {
    alarmDescription:
      'trailkeeper: a subscription has waited for hours to be confirmed; its mail is not sent.',
    ...ownMetric('SubscriptionsPending'),
    statistic: 'Minimum',
    period: 3600,
    evaluationPeriods: 2,
  });
  const heartbeat = addAlarm('HeartbeatAlarm', {
    alarmDescription: 'trailkeeper: no sweep has run for three of its intervals; nothing guards the trails.',
    ...ownMetric('Sweeps'),
    statistic: 'Sum',
    comparisonOperator: 'LessThanThreshold',
    treatMissingData: 'breaching',
    // Three intervals, in a language that cannot multiply: as many periods of three minutes as an interval has minutes.
    period: 180,
    evaluationPeriods: settings.sweepMinutes,
  });
  return { heartbeat };
}

type Watch = Partial<CfnAlarmProps> & Pick<CfnAlarmProps, 'alarmDescription' | 'namespace' | 'metricName'>;

/** A metric in the function's log lines. The stack's name keeps two guards of one account and Region apart. */
const ownMetric = (metricName: string) => ({
  namespace: OWN_METRICS,
  metricName,
  dimensions: [{ name: 'Stack', value: Aws.STACK_NAME }],
});

const ofQueue = (queue: CfnQueue, metricName: string) => ({
  namespace: 'AWS/SQS',
  metricName,
  dimensions: [{ name: 'QueueName', value: queue.attrQueueName }],
});
