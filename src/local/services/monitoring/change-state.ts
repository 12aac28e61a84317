import type { World } from '../../endpoint/world.ts';
import { carryOutActions } from './alarm-actions.ts';
import { tellStateChange } from './alarm-events.ts';
import type { Judgement } from './judge.ts';
import type { Alarm } from './store.ts';
import { suppressActions } from './suppression.ts';

export interface Change {
  readonly alarm: Alarm;
  readonly previous: Pick<Alarm, 'state' | 'stateReason' | 'stateReasonData' | 'stateChangedAt'>;
}

/** Puts an alarm into a state, tells EventBridge, and carries out the actions of that state. */
export function changeState(
  world: World,
  alarm: Alarm,
  { state, reason, reasonData }: Judgement & { readonly reasonData?: string | undefined },
): void {
  const { state: previousState, stateReason, stateReasonData, stateChangedAt } = alarm;
  const previous = { state: previousState, stateReason, stateReasonData, stateChangedAt };
  Object.assign(alarm, {
    state,
    stateReason: reason,
    stateReasonData: reasonData,
    stateChangedAt: world.clock.now(),
  });
  const change = { alarm, previous };
  const isSuppressed = alarm.kind === 'composite' && suppressActions(world, alarm, change);
  tellStateChange(world, change);
  if (!isSuppressed) carryOutActions(world, change);
}
