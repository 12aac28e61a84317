import type { BaselineStore } from './baseline/baseline-store.ts';
import type { EventHistory } from './event-history.ts';
import type { Ledger } from './ledger.ts';
import type { TrailSettings } from './parts.ts';
import type { Part, PartsRead } from './snapshot.ts';
import type { Step } from './step.ts';
import type { Report } from './telling/report.ts';
import type { Trail, TrailStatus } from './trail.ts';
import type { WindowStore } from './window/windows.ts';

/** Everything the domain reaches the world through. */
export interface Ports {
  readonly clock: Clock;
  readonly trails: TrailReader;
  readonly restorer: Restorer;
  readonly baselines: BaselineStore;
  readonly windows: WindowStore;
  readonly history: EventHistory;
  readonly ledger: Ledger;
  readonly alerts: Alerts;
  /** When this guard was deployed, in milliseconds since the epoch. */
  readonly readDeploymentTime: () => Promise<number>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** What a promise gives within a time; undefined when it takes longer. Left out: nothing takes too long. */
  within?<T>(ms: number, promise: Promise<T>): Promise<T | undefined>;
}

export interface TrailReader {
  /** Every trail that this account and Region can see, each once, under its home Region. */
  listTrails(): Promise<readonly Trail[]>;
  /** Trails that an earlier listing of this process showed: what a deleted trail was. */
  listFormerTrails(): readonly Trail[];
  /** One trail, asked for in its home Region; null when there is none of that ARN. */
  findTrail(arn: string, homeRegion: string): Promise<Trail | null>;
  readStatus(trail: Trail): Promise<TrailStatus>;
  /** The trail's own parts: settings, selectors, insights, event configuration, tags. */
  readTrailParts(trail: Trail): Promise<PartsRead>;
  /** The parts of what a trail of these settings depends on. */
  readDependencies(settings: TrailSettings, about: DependencyOwner): Promise<PartsRead>;
}

/** What decides where a dependency is read, and whose it is. */
export interface DependencyOwner {
  readonly accountId: string;
  readonly partition: string;
  readonly trailRegion: string;
  /** The account that the bucket was approved as; null when that is unknown. */
  readonly bucketOwner: string | null;
  /** The names of the alarms that were approved; null, where there is nothing approved yet: whichever watch the log group's metrics. */
  readonly alarmNames: readonly string[] | null;
}

export interface Restorer {
  /** @throws RefusedError when AWS refuses in a way that trying again does not change */
  apply(step: Step): Promise<void>;
  /** Whether a bucket is still that account's: names of deleted buckets can be taken by anyone. */
  proveBucketOwner(bucket: string, accountId: string): Promise<BucketProof>;
}

/** `unproven`: AWS says no, which another account's bucket does for a guard without rights on it. */
export type BucketProof =
  | { readonly result: 'proven' | 'gone' }
  | { readonly result: 'unproven'; readonly reason: string };

export interface Alerts {
  /** @returns `nobody` when no subscription is confirmed: what SNS takes then reaches no one */
  send(report: Report): Promise<'sent' | 'nobody'>;
  readAudience(): Promise<Audience>;
}

/** Who hears the alerts. A topic of another account may not tell; then both numbers are unread. */
export interface Audience {
  readonly confirmed: Part<number>;
  readonly pending: Part<number>;
}
