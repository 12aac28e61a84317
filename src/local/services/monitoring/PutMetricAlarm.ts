import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { type AlarmSettings, alarmSettings } from './alarm-settings.ts';
import { startEvaluating } from './evaluate.ts';
import { breachTest } from './judge.ts';
import { type Alarm, alarmsOf } from './store.ts';
import { addTags } from './tags.ts';

export const PutMetricAlarm: Operation<PutMetricAlarmInput, void> = (input, call) => {
  const { world, accountId, region } = call;
  const settings = alarmSettings(input);
  breachTest(settings);
  const alarms = alarmsOf(world, accountId, region);
  const existing = alarms.get(input.AlarmName ?? '');
  const alarm = existing ?? newAlarm(input.AlarmName ?? '', settings, call);
  // Tags of an alarm that exists are not touched: AWS ignores them.
  if (!existing) addTags(alarm.tags, input.Tags);
  alarm.settings = settings;
  alarm.configuredAt = world.clock.now();
  alarm.stop();
  alarm.stop = startEvaluating(alarm, { world, accountId, region });
  alarms.set(alarm.name, alarm);
};

const newAlarm = (name: string, settings: AlarmSettings, call: Call): Alarm => ({
  name,
  arn: `arn:${call.partition}:cloudwatch:${call.region}:${call.accountId}:alarm:${name}`,
  tags: new Map(),
  settings,
  configuredAt: call.world.clock.now(),
  state: 'INSUFFICIENT_DATA',
  stateReason: 'Unchecked: Initial alarm creation',
  stateReasonData: undefined,
  stateChangedAt: call.world.clock.now(),
  stop: () => {},
});
