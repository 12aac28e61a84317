import type { Ledger } from './ledger.ts';
import type { Report } from './report.ts';
import type { Part } from './snapshot.ts';
import type { Step } from './step.ts';
import type { Trail, TrailStatus } from './trail.ts';

/** Everything the domain reaches the world through. */
export interface Ports {
  readonly clock: Clock;
  readonly trails: TrailReader;
  readonly restorer: Restorer;
  readonly ledger: Ledger;
  readonly alerts: Alerts;
  /** When this guard was deployed, in milliseconds since the epoch. */
  readonly readDeploymentTime: () => Promise<number>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface TrailReader {
  /** Every trail that this account and Region can see, each once, under its home Region. */
  listTrails(): Promise<readonly Trail[]>;
  /** Trails that an earlier listing of this process showed: what a deleted trail was. */
  listFormerTrails(): readonly Trail[];
  readStatus(trail: Trail): Promise<TrailStatus>;
}

export interface Restorer {
  /** @throws RefusedError when AWS refuses in a way that trying again does not change */
  apply(step: Step): Promise<void>;
}

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
