import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { configurationOf } from './alarm-configuration.ts';
import { tellConfigurationChange } from './alarm-events.ts';
import { alarmSettings } from './alarm-settings.ts';
import { startEvaluating } from './evaluate.ts';
import { validation } from './invalid.ts';
import { breachTest } from './judge.ts';
import { newAlarm } from './new-alarm.ts';
import { alarmsOf, type MetricAlarm } from './store.ts';
import { addTags } from './tags.ts';

export const PutMetricAlarm: Operation<PutMetricAlarmInput, void> = (input, call) => {
  const { world, accountId, region } = call;
  const settings = alarmSettings(input);
  breachTest(settings);
  const alarms = alarmsOf(world, accountId, region);
  const name = input.AlarmName ?? '';
  const existing = alarms.get(name);
  if (existing?.kind === 'composite') throw validation(`The alarm ${name} is a composite alarm.`);
  const previous = existing && configurationOf(existing);
  const alarm: MetricAlarm = existing ?? { kind: 'metric', ...newAlarm(name, call), settings };
  // Tags of an alarm that exists are not touched: AWS ignores them.
  if (!existing) addTags(alarm.tags, input.Tags);
  alarm.settings = settings;
  alarm.configuredAt = world.clock.now();
  alarm.stop();
  alarm.stop = startEvaluating(alarm, { world, accountId, region });
  alarms.set(name, alarm);
  tellConfigurationChange(world, alarm, existing ? 'update' : 'create', previous);
};
