import type { World } from '../../endpoint/world.ts';
import type { EventPattern } from '../events/pattern/compile.ts';

export interface Topic {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  /** What was set; `topic-attributes.ts` names the defaults of the rest. */
  readonly attributes: Map<string, string>;
  readonly tags: Map<string, string>;
  /** By ARN, the order in which they were made. */
  readonly subscriptions: Map<string, Subscription>;
  deletedSubscriptions: number;
  dataProtectionPolicy: string | undefined;
}

export interface Subscription {
  readonly arn: string;
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  /** The account that subscribed. */
  readonly owner: string;
  readonly createdAt: number;
  /** Proves that whoever confirms has read what was sent to the endpoint. */
  readonly token: string;
  readonly attributes: Map<string, string>;
  /** Made of the attribute FilterPolicy. */
  filter: EventPattern | undefined;
  isConfirmed: boolean;
  /** Whether only signed calls may end it. */
  isProtected: boolean;
}

const topics = { name: 'sns.topics', create: () => new Map<string, Topic>() };

export const topicsOf = (world: World, accountId: string, region: string): Map<string, Topic> =>
  world.store(topics, accountId, region);
