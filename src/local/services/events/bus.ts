import type { World } from '../../endpoint/world.ts';
import { keepInArchives } from './archives.ts';
import { type BusEvent, type NewBusEvent, toBusEvent } from './bus-event.ts';
import { sendUnencrypted } from './dead-letter.ts';
import { deliverToTarget } from './deliver-to-target.ts';
import { canUseKey } from './encryption.ts';
import { matchesPattern } from './pattern/match.ts';
import { type Bus, busesOf, findBus, type Rule } from './store.ts';

export type { BusEvent } from './bus-event.ts';

/** AWS services do not send events that are larger. */
const largestEventBytes = 262_144;

/** Puts an AWS service's own event on the default bus. Rules get it a moment later, never within this call. */
export function putOnBus(world: World, accountId: string, region: string, event: NewBusEvent): void {
  if (world.settings.loseEvents) return;
  const text = JSON.stringify(toBusEvent(event));
  if (Buffer.byteLength(text) > largestEventBytes) return;
  const bus = busesOf({ world, accountId, region }).get('default');
  // Patterns look at what targets get: JSON, and as it was when it happened.
  if (bus) routeEvent(world, bus, JSON.parse(text));
}

/** Hands an event to the targets of every rule of a bus that matches it. */
export function routeEvent(world: World, bus: Bus, event: BusEvent): void {
  world.clock.after(world.settings.eventDelayMs?.() ?? 0, () => {
    // A bus that was deleted meanwhile takes its events along.
    if (findBus(world, bus.arn) !== bus) return;
    if (bus.keyId === undefined || canUseKey(world, bus, bus.keyId)) deliver(world, bus, event);
    else sendUnencrypted(world, bus, event);
  });
}

function deliver(world: World, bus: Bus, event: BusEvent): void {
  keepInArchives(world, bus, event);
  const [, , , region = '', accountId = ''] = bus.arn.split(':');
  for (const rule of [...bus.rules.values()]) {
    if (!isListening(rule, event) || !matchesPattern(rule.pattern, event)) continue;
    const at = world.clock.now();
    world.emit('matched', { ruleName: rule.name, accountId, region, event: { ...event }, at });
    for (const target of [...rule.targets.values()]) {
      deliverToTarget(world, { rule, target, event }, forward);
      if (world.settings.duplicateEvents) deliverToTarget(world, { rule, target, event }, forward);
    }
  }
}

/** Puts an event that a rule sends on to another bus there. */
function forward(world: World, busArn: string, event: BusEvent): void {
  const bus = findBus(world, busArn);
  if (bus) routeEvent(world, bus, event);
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
