import type { DescribeAlarmsInput, DescribeAlarmsOutput, MetricAlarm } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { validation } from './invalid.ts';
import { type Alarm, alarmsOf } from './store.ts';

export const DescribeAlarms: Operation<DescribeAlarmsInput, DescribeAlarmsOutput> = (input, call) => {
  refuseUnsupported(input, 'ChildrenOfAlarmName', 'ParentsOfAlarmName');
  if (input.AlarmNames?.length && input.AlarmNamePrefix) {
    throw validation('AlarmNames and AlarmNamePrefix cannot be given together.');
  }
  const matching = [...alarmsOf(call.world, call.accountId, call.region).values()].filter(matches(input));
  const { items, nextToken } = page(matching, {
    limit: input.MaxRecords ?? 50,
    token: input.NextToken,
    badTokenCode: 'InvalidNextToken',
  });
  return { MetricAlarms: items.map(view), CompositeAlarms: [], NextToken: nextToken };
};

const matches =
  ({ AlarmNames, AlarmNamePrefix = '', AlarmTypes, StateValue, ActionPrefix }: DescribeAlarmsInput) =>
  ({ name, state, settings: { input } }: Alarm): boolean => {
    const actions = [input.OKActions, input.AlarmActions, input.InsufficientDataActions].flat();
    return (
      (!AlarmNames?.length || AlarmNames.includes(name)) &&
      name.startsWith(AlarmNamePrefix) &&
      (!AlarmTypes?.length || AlarmTypes.includes('MetricAlarm')) &&
      (StateValue ?? state) === state &&
      (ActionPrefix === undefined || actions.some((action) => action?.startsWith(ActionPrefix)))
    );
  };

function view(alarm: Alarm): MetricAlarm {
  const { Tags: _, ...input } = alarm.settings.input;
  return {
    ...input,
    AlarmArn: alarm.arn,
    ActionsEnabled: alarm.settings.isActionsEnabled,
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAt),
    OKActions: input.OKActions ?? [],
    AlarmActions: input.AlarmActions ?? [],
    InsufficientDataActions: input.InsufficientDataActions ?? [],
    Dimensions: input.Dimensions ?? [],
    StateValue: alarm.state,
    StateReason: alarm.stateReason,
    StateReasonData: alarm.stateReasonData,
    StateUpdatedTimestamp: new Date(alarm.stateChangedAt),
    StateTransitionedTimestamp: new Date(alarm.stateChangedAt),
  };
}
