import type { World } from '../../endpoint/world.ts';
import { alarmTime } from './alarm-message.ts';
import { changeState } from './change-state.ts';
import type { Judgement } from './judge.ts';
import { type Alarm, alarmsOf, type CompositeAlarm } from './store.ts';
import { suppressorChanged } from './suppression.ts';

/** Puts an alarm into a state, and then every composite alarm that asks about it. */
export function changeStateAndParents(
  world: World,
  alarm: Alarm,
  judgement: Judgement & { readonly reasonData?: string | undefined },
): void {
  cascade(world, alarm, judgement, new Set());
}

/** Each alarm changes once at most, however the rules hang together. */
function cascade(
  world: World,
  alarm: Alarm,
  judgement: Parameters<typeof changeStateAndParents>[2],
  changed: Set<Alarm>,
): void {
  changed.add(alarm);
  changeState(world, alarm, judgement);
  for (const composite of compositesBeside(world, alarm)) {
    if (composite.settings.suppressor?.alarmName === alarm.name) {
      const { state, stateReason, stateReasonData, stateChangedAt } = composite;
      const previous = { state, stateReason, stateReasonData, stateChangedAt };
      suppressorChanged(world, composite, { alarm: composite, previous });
    }
    const isParent = composite.settings.rule.alarmNames.includes(alarm.name);
    const next = isParent && !changed.has(composite) ? judgeComposite(world, composite, alarm) : undefined;
    if (next) cascade(world, composite, next, changed);
  }
}

/** Looks at a composite alarm when it is made or changed. */
export function evaluateComposite(world: World, alarm: CompositeAlarm): void {
  const next = judgeComposite(world, alarm);
  if (next) changeStateAndParents(world, alarm, next);
}

/** @returns undefined when the state stays as it is */
function judgeComposite(
  world: World,
  alarm: CompositeAlarm,
  trigger?: Alarm,
): (Judgement & { readonly reasonData: string }) | undefined {
  const all = alarmsBeside(world, alarm);
  const state = alarm.settings.rule.holds((name) => all.get(name)?.state) ? 'ALARM' : 'OK';
  if (state === alarm.state) return undefined;
  const children = trigger
    ? [trigger]
    : alarm.settings.rule.alarmNames.flatMap((name) => all.get(name) ?? []);
  const reason = trigger
    ? `${trigger.arn} transitioned to ${trigger.state} at ${new Date(trigger.stateChangedAt).toUTCString()}`
    : `${alarm.arn} was created and its alarm rule evaluates to ${state}`;
  const triggeringAlarms = children.map(({ arn, state: value, stateChangedAt }) => ({
    arn,
    state: { value, timestamp: alarmTime(stateChangedAt) },
  }));
  return { state, reason, reasonData: JSON.stringify({ triggeringAlarms }) };
}

const compositesBeside = (world: World, alarm: Alarm): CompositeAlarm[] =>
  [...alarmsBeside(world, alarm).values()].filter((other) => other.kind === 'composite');

function alarmsBeside(world: World, { arn }: Alarm) {
  const [, , , region = '', accountId = ''] = arn.split(':');
  return alarmsOf(world, accountId, region);
}
