import type { BusEvent } from './bus-event.ts';
import type { Rule, RuleTarget } from './store.ts';

/** One matched event on its way to one target. */
export interface TargetDelivery {
  readonly rule: Rule;
  readonly target: RuleTarget;
  readonly event: BusEvent;
}
