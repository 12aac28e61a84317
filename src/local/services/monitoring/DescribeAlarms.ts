import type { DescribeAlarmsInput, DescribeAlarmsOutput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { describedComposite, describedMetricAlarm } from './describe-alarm.ts';
import { validation } from './invalid.ts';
import { type Alarm, alarmsOf } from './store.ts';

/** Without a word about types, only metric alarms are shown. */
export const DescribeAlarms: Operation<DescribeAlarmsInput, DescribeAlarmsOutput> = (input, call) => {
  if (input.AlarmNames?.length && input.AlarmNamePrefix) {
    throw validation('AlarmNames and AlarmNamePrefix cannot be given together.');
  }
  const all = [...alarmsOf(call.world, call.accountId, call.region).values()];
  const { items, nextToken } = page(all.filter(matches(input)).filter(isRelated(input, all)), {
    limit: input.MaxRecords ?? 50,
    token: input.NextToken,
    badTokenCode: 'InvalidNextToken',
  });
  return {
    MetricAlarms: items.filter((alarm) => alarm.kind === 'metric').map(describedMetricAlarm),
    CompositeAlarms: items.filter((alarm) => alarm.kind === 'composite').map(describedComposite),
    NextToken: nextToken,
  };
};

const TYPES = { metric: 'MetricAlarm', composite: 'CompositeAlarm' } as const;

const matches =
  ({ AlarmNames, AlarmNamePrefix = '', StateValue, ActionPrefix, ...input }: DescribeAlarmsInput) =>
  ({ kind, name, state, settings }: Alarm): boolean => {
    const { OKActions, AlarmActions, InsufficientDataActions } = settings.input;
    const actions = [OKActions, AlarmActions, InsufficientDataActions].flat();
    // Who asks for relatives asks for all kinds of them.
    const isAboutFamily = input.ChildrenOfAlarmName !== undefined || input.ParentsOfAlarmName !== undefined;
    const types = input.AlarmTypes?.length ? input.AlarmTypes : [TYPES.metric];
    return (
      (!AlarmNames?.length || AlarmNames.includes(name)) &&
      name.startsWith(AlarmNamePrefix) &&
      (isAboutFamily || types.includes(TYPES[kind])) &&
      (StateValue ?? state) === state &&
      (ActionPrefix === undefined || actions.some((action) => action?.startsWith(ActionPrefix)))
    );
  };

/** Whether an alarm stands below or above a composite one that was named. */
function isRelated(
  { ChildrenOfAlarmName: parent, ParentsOfAlarmName: child }: DescribeAlarmsInput,
  all: readonly Alarm[],
): (alarm: Alarm) => boolean {
  if (parent !== undefined) {
    const children = all.filter(({ name }) => name === parent).flatMap(askedAbout);
    return ({ name }) => children.includes(name);
  }
  return child === undefined ? () => true : (alarm) => askedAbout(alarm).includes(child);
}

const askedAbout = (alarm: Alarm): readonly string[] =>
  alarm.kind === 'composite' ? alarm.settings.rule.alarmNames : [];
