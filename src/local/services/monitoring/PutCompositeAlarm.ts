import type { PutCompositeAlarmInput } from '@aws-sdk/client-cloudwatch';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { configurationOf } from './alarm-configuration.ts';
import { tellConfigurationChange } from './alarm-events.ts';
import { type CompositeSettings, compositeSettings } from './composite-settings.ts';
import { evaluateComposite } from './composites.ts';
import { validation } from './invalid.ts';
import { newAlarm } from './new-alarm.ts';
import { alarmsOf, type CompositeAlarm } from './store.ts';
import { addTags } from './tags.ts';

export const PutCompositeAlarm: Operation<PutCompositeAlarmInput, void> = (input, call) => {
  const settings = compositeSettings(input);
  const alarms = alarmsOf(call.world, call.accountId, call.region);
  const name = input.AlarmName ?? '';
  refuseUnknown(name, settings, call);
  const existing = alarms.get(name);
  if (existing?.kind === 'metric') throw validation(`The alarm ${name} is a metric alarm.`);
  const previous = existing && configurationOf(existing);
  const alarm: CompositeAlarm = existing ?? {
    kind: 'composite',
    ...newAlarm(name, call),
    settings,
    suppressedBy: undefined,
  };
  // Tags of an alarm that exists are not touched: AWS ignores them.
  if (!existing) addTags(alarm.tags, input.Tags);
  alarm.settings = settings;
  alarm.configuredAt = call.world.clock.now();
  alarms.set(name, alarm);
  tellConfigurationChange(call.world, alarm, existing ? 'update' : 'create', previous);
  evaluateComposite(call.world, alarm);
};

/** @throws ServiceError `ValidationError` when an alarm that is asked about is not there */
function refuseUnknown(
  name: string,
  { rule, suppressor }: CompositeSettings,
  { world, accountId, region }: Call,
): void {
  const alarms = alarmsOf(world, accountId, region);
  const wanted = [...rule.alarmNames, ...(suppressor ? [suppressor.alarmName] : [])];
  const unknown = wanted.filter((one) => one === name || !alarms.has(one));
  if (unknown.length === 0) return;
  throw validation(
    `Could not save the composite alarm as alarms [${unknown.join(', ')}] in the alarm rule do not exist`,
  );
}
