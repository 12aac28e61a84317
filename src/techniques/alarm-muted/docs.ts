import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete or mute an alarm on the trail’s metrics',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Nobody is told any more. Alarms can be deleted, lose their actions, get a threshold that is never reached or always is, be set to OK by hand, or be held back by a rule that mutes them or by a suppressor.',
  dataLost: 'Nothing; what the alarm would have told has to be looked up in its metric.',
  benignTwins:
    'Alarms are deleted and changed every day, by auto scaling among others: only those count that were approved with the trail, by their names, or that watch a metric of its log group, or are the guard’s own. Another description, other actions for OK and more actions are no loss. Setting an alarm to ALARM tests it.',
  whatToDo:
    'Put the alarm back as it was approved: the message has the call for it, and trailkeeper restore makes it with your credentials. The guard knows the alarms that were there when the baseline was adopted, over metrics without dimensions; adopt it again for those that came later, and where the baseline is from before alarms were read. That a state was set by hand, or that a rule mutes an alarm, only its event tells.',
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
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmsForMetric.html',
  ],
};
