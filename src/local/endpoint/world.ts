import { EventEmitter } from 'node:events';
import type { Clock } from './clock.ts';
import type { CallRequest, FinishedCall, Service } from './operation.ts';
import type { RecordedResource } from './record-notes.ts';

/** What a service keeps for one account and Region. `create` makes it empty. */
export interface Store<T> {
  readonly name: string;
  readonly create: () => T;
}

/** What happens in the embedded AWS that people and tests may want to watch, in the order it happens. */
export interface WorldEvents {
  call: [FinishedCall];
  /** CloudTrail made a record; `delivered` says whether a trail logs it and the bus got it. */
  recorded: [{ record: Readonly<Record<string, unknown>>; delivered: boolean; at: number }];
  /** A rule on a bus matched an event. */
  matched: [
    {
      ruleName: string;
      accountId: string;
      region: string;
      event: Readonly<Record<string, unknown>>;
      at: number;
    },
  ];
  /** A Lambda function was handed an event, and gave its answer. */
  invoked: [{ functionName: string; requestId: string; cold: boolean; at: number }];
  returned: [{ functionName: string; requestId: string; error?: string; at: number }];
  /** A line a function wrote. */
  logged: [{ functionName: string; line: string; at: number }];
  /** SNS handed a message to a subscriber. */
  delivered: [
    { topicArn: string; protocol: string; endpoint: string; subject?: string; body: string; at: number },
  ];
  /** A message went to a dead-letter queue. */
  deadLettered: [{ queueArn: string; reason: string; at: number }];
  /** A service did something by itself that CloudTrail records as an event of the service. */
  serviceEvent: [ServiceEvent];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/non-api-aws-service-events.html */
export interface ServiceEvent {
  /** Its signing name: `kms` */
  readonly service: string;
  readonly eventName: string;
  readonly accountId: string;
  readonly region: string;
  readonly resources?: readonly RecordedResource[];
  /** The record's `serviceEventDetails`. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly at: number;
}

export interface WorldSettings {
  readonly clock: Clock;
  /** CloudTrail's 1 write/s and 10 reads/s per account and Region. */
  readonly quotas: boolean;
  /** Whether the StopLogging or DeleteTrail that darkens the last logging trail still reaches EventBridge. */
  readonly deliverLastTrailEvent: boolean;
  /** How long reads keep showing the state before a write, in milliseconds (eventual consistency). */
  readonly readLagMs: number;
  /**
   * How long after a call CloudTrail's event history knows of it, in milliseconds; in AWS that takes minutes.
   * @default readLagMs
   */
  readonly historyDelayMs?: number;
  /** EventBridge hands every event to every target twice: it delivers at least once. @default false */
  readonly duplicateEvents?: boolean;
  /** No event of an AWS service reaches a rule: CloudTrail's come on best effort only. @default false */
  readonly loseEvents?: boolean;
  /** How long the next event is on its way to the rules; unequal answers reorder events. @default 0 for each */
  readonly eventDelayMs?: () => number;
  /** SQS queues hold every message twice: they deliver at least once. @default false */
  readonly duplicateMessages?: boolean;
  /** The folder whose `@aws-sdk` Lambda functions load. @default the nearest `node_modules` that has one */
  readonly runtimeModules?: string;
}

/** All accounts and Regions of one embedded AWS. Services keep their state in it and nowhere else. */
export class World extends EventEmitter<WorldEvents> {
  readonly settings: WorldSettings;
  readonly services: ReadonlyMap<string, Service>;
  /** What may refuse a call before it is carried out (IAM, quotas): they throw the `ServiceError` to answer with. */
  readonly guards: ((request: CallRequest) => void)[] = [];
  readonly #stores = new Map<string, unknown>();
  /** Where the endpoint listens, such as `http://127.0.0.1:4580`; '' until it does. */
  endpointUrl = '';

  constructor(settings: WorldSettings, services: readonly Service[]) {
    super();
    this.settings = settings;
    this.services = new Map(services.map((service) => [service.name, service]));
    for (const service of services) service.start?.(this);
  }

  get clock(): Clock {
    return this.settings.clock;
  }

  /** A service's own state in one account and Region; global services use the Region `aws-global`. */
  store<T>(store: Store<T>, accountId: string, region: string): T {
    const key = `${store.name}\n${accountId}\n${region}`;
    if (!this.#stores.has(key)) this.#stores.set(key, store.create());
    return this.#stores.get(key) as T;
  }
}
