import type { RuleState, Target } from '@aws-sdk/client-eventbridge';
import type { Call } from '../../endpoint/operation.ts';
import { partitionOf } from '../../endpoint/partition.ts';
import type { Store, World } from '../../endpoint/world.ts';
import { notFound } from './events-error.ts';
import type { EventPattern } from './pattern/compile.ts';

/** A target as PutTargets checked it. */
export interface RuleTarget extends Target {
  readonly Id: string;
  readonly Arn: string;
}

export interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly busName: string;
  readonly createdBy: string;
  patternText: string;
  pattern: EventPattern;
  state: RuleState;
  description: string | undefined;
  readonly targets: Map<string, RuleTarget>;
  readonly tags: Map<string, string>;
}

export interface Bus {
  readonly name: string;
  readonly arn: string;
  readonly rules: Map<string, Rule>;
  readonly tags: Map<string, string>;
  /** Lets others put events; JSON. */
  policy: string | undefined;
  description: string | undefined;
  /** ARN or id of the key that events are encrypted with on their way. */
  keyId: string | undefined;
  /** The queue that gets what could not be encrypted. */
  deadLetterArn: string | undefined;
  readonly createdAt: number;
  modifiedAt: number;
}

const buses: Store<Map<string, Bus>> = { name: 'events', create: () => new Map() };

interface Place {
  readonly world: World;
  readonly accountId: string;
  readonly region: string;
}

/** An account's buses in a Region by name. `default` is there from the start. */
export function busesOf({ world, accountId, region }: Place): Map<string, Bus> {
  const all = world.store(buses, accountId, region);
  if (!all.has('default')) all.set('default', newBus('default', { world, accountId, region }));
  return all;
}

export const newBus = (name: string, { world, accountId, region }: Place): Bus => ({
  name,
  arn: `arn:${partitionOf(region)}:events:${region}:${accountId}:event-bus/${name}`,
  rules: new Map(),
  tags: new Map(),
  policy: undefined,
  description: undefined,
  keyId: undefined,
  deadLetterArn: undefined,
  createdAt: world.clock.now(),
  modifiedAt: world.clock.now(),
});

/** The bus an ARN names, whatever account and Region it is in. */
export function findBus(world: World, arn: string): Bus | undefined {
  const [, , service, region = '', accountId = '', resource = ''] = arn.split(':');
  if (service !== 'events' || !resource.startsWith('event-bus/')) return undefined;
  const bus = busesOf({ world, accountId, region }).get(resource.slice('event-bus/'.length));
  return bus?.arn === arn ? bus : undefined;
}

/** A bus of the caller's own, by name or ARN. @throws ServiceError `ResourceNotFoundException` */
export function requireBus(call: Call, nameOrArn = 'default'): Bus {
  const all = busesOf(call);
  const bus = all.get(nameOrArn) ?? [...all.values()].find(({ arn }) => arn === nameOrArn);
  if (!bus) throw notFound(`Event bus ${nameOrArn} does not exist.`);
  return bus;
}

interface RuleName {
  readonly EventBusName?: string | undefined;
  readonly name: string | undefined;
}

/** @throws ServiceError `ResourceNotFoundException` */
export function requireRule(call: Call, { EventBusName, name }: RuleName): Rule {
  const bus = requireBus(call, EventBusName);
  const rule = bus.rules.get(name ?? '');
  if (!rule) throw notFound(`Rule ${name} does not exist on EventBus ${bus.name}.`);
  return rule;
}
