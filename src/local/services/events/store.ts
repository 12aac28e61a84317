import type { RuleState, Target } from '@aws-sdk/client-eventbridge';
import type { Call } from '../../endpoint/operation.ts';
import type { Store, World } from '../../endpoint/world.ts';
import { notFound } from './events-error.ts';
import type { EventPattern } from './pattern/compile.ts';

/** A target as PutTargets checked it. */
export interface RuleTarget extends Target {
  readonly Id: string;
  readonly Arn: string;
}

/** A rule on the default bus. */
export interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly createdBy: string;
  patternText: string;
  pattern: EventPattern;
  state: RuleState;
  description: string | undefined;
  readonly targets: Map<string, RuleTarget>;
  readonly tags: Map<string, string>;
}

interface DefaultBus {
  readonly rules: Map<string, Rule>;
  readonly tags: Map<string, string>;
}

const buses: Store<DefaultBus> = { name: 'events', create: () => ({ rules: new Map(), tags: new Map() }) };

export const defaultBus = (world: World, accountId: string, region: string): DefaultBus =>
  world.store(buses, accountId, region);

export const busOfCall = (call: Call): DefaultBus => defaultBus(call.world, call.accountId, call.region);

/** @throws ServiceError `ResourceNotFoundException` */
export function requireRule(call: Call, name: string | undefined): Rule {
  const rule = busOfCall(call).rules.get(name ?? '');
  if (!rule) throw notFound(`Rule ${name} does not exist on EventBus default.`);
  return rule;
}
