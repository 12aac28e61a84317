import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete or mute an alarm on the trail’s metrics',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Nobody is told any more. Alarms can be deleted, lose their actions, get a threshold that is never reached, or be held back by a suppressor.',
  dataLost: 'Nothing; what the alarm would have told has to be looked up in its metric.',
  benignTwins:
    'Alarms are deleted and changed every day, by auto scaling among others: only those count that watch a metric of the trail’s log group or are the guard’s own. A PutMetricAlarm that leaves actions on is told as information. Setting an alarm to ALARM tests it.',
  whatToDo:
    'Put the alarm back as it was defined. CloudWatch tells of each change by an event of its own, which comes also when no trail logs.',
  undo: [
    'aws cloudwatch describe-alarm-history --alarm-name <alarm> --region <home Region>',
    'aws cloudwatch put-metric-alarm --cli-input-json file://<alarm.json> --region <home Region>',
    'aws cloudwatch enable-alarm-actions --alarm-names <alarm> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DisableAlarmActions.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html',
  ],
};
