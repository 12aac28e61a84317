import type { World } from '../../endpoint/world.ts';
import { type BusEvent, type NewBusEvent, toBusEvent } from './bus-event.ts';
import { deliverToTarget } from './deliver-to-target.ts';
import { matchesPattern } from './pattern/match.ts';
import { defaultBus, type Rule } from './store.ts';

export type { BusEvent } from './bus-event.ts';

/** AWS services do not send events that are larger. */
const largestEventBytes = 262_144;

/** Puts an AWS service's own event on the default bus. Rules get it a moment later, never within this call. */
export function putOnBus(world: World, accountId: string, region: string, event: NewBusEvent): void {
  if (world.settings.loseEvents) return;
  const text = JSON.stringify(toBusEvent(event));
  if (Buffer.byteLength(text) > largestEventBytes) return;
  // Patterns look at what targets get: JSON, and as it was when it happened.
  routeEvent(world, accountId, region, JSON.parse(text));
}

/** Hands an event to the targets of every rule that matches it. */
export function routeEvent(world: World, accountId: string, region: string, event: BusEvent) {
  world.clock.after(world.settings.eventDelayMs?.() ?? 0, () => {
    for (const rule of [...defaultBus(world, accountId, region).rules.values()]) {
      if (!isListening(rule, event) || !matchesPattern(rule.pattern, event)) continue;
      const at = world.clock.now();
      world.emit('matched', { ruleName: rule.name, accountId, region, event: { ...event }, at });
      for (const target of [...rule.targets.values()]) {
        deliverToTarget(world, { rule, target, event });
        if (world.settings.duplicateEvents) deliverToTarget(world, { rule, target, event });
      }
    }
  });
}

function isListening(rule: Rule, event: BusEvent): boolean {
  if (rule.state === 'DISABLED') return false;
  return rule.state === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' || !isReadOnlyManagementEvent(event);
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html */
const isReadOnlyManagementEvent = (event: BusEvent) =>
  event['detail-type'] === 'AWS API Call via CloudTrail' &&
  event.detail.readOnly === true &&
  event.detail.managementEvent !== false;
