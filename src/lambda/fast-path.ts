import { CloudTrailConnection } from '../aws/cloudtrail-connection.ts';
import { readTrails } from '../aws/read-trails.ts';
import { toDomainError } from '../aws/refusal.ts';
import { type Config, cloudTrailEndpoint, readCredentials } from '../config.ts';
import { refusedOrFailed } from '../domain/restore.ts';
import type { ApiCall, Signal } from '../domain/signal.ts';
import { namedTrails, standingBySettings } from '../domain/standing.ts';
import type { Step, StepResult } from '../domain/step.ts';
import { type Trail, trailOfCall } from '../domain/trail.ts';
import { systemClock } from './system-clock.ts';

/**
 * A StopLogging of a trail already known is answered before anything else is loaded. Asking for the trails at load
 * both opens the connection and tells which trails there are.
 */
export class FastPath {
  readonly #connection: CloudTrailConnection;
  readonly #settings: Config['settings'];
  #known: Promise<readonly Trail[]>;

  constructor({ settings }: Config) {
    this.#settings = settings;
    this.#connection = new CloudTrailConnection({
      endpoint: cloudTrailEndpoint(settings),
      region: settings.region,
      readCredentials,
      clock: systemClock,
    });
    this.#known = this.#listTrails();
  }

  /** Later passes read the trails anyway: they keep the list fresh. */
  remember(trails: readonly Trail[]): void {
    const own = trails.filter(({ homeRegion }) => homeRegion === this.#settings.region);
    this.#known = Promise.resolve(own);
  }

  /** Restarts every known trail that a successful StopLogging names. Only what DescribeTrails answered is sent. */
  async restart(signals: readonly Signal[]): Promise<readonly StepResult[]> {
    if (this.#settings.mode !== 'restore') return [];
    const stops = signals.filter(isStopLogging);
    if (stops.length === 0) return [];
    const trails = await this.#known;
    const stopped = new Set(stops.flatMap((call) => trailOfCall(trails, call) ?? []));
    const guarded = [...stopped].filter((trail) => standingBySettings(trail, this.#settings).guarded);
    return Promise.all(guarded.map((trail) => this.#start(trail)));
  }

  async #start({ arn, homeRegion }: Trail): Promise<StepResult> {
    const step: Step = { call: 'StartLogging', trailArn: arn, homeRegion };
    const end = await this.#connection.call('StartLogging', { Name: arn }).then(
      () => ({ result: 'done' }) as const,
      (error: unknown) => refusedOrFailed(toDomainError(error)),
    );
    return { ...step, at: systemClock.now(), ...end };
  }

  /** What goes wrong here is no loss: without known trails, the full pass does the work. It never rejects. */
  #listTrails(): Promise<readonly Trail[]> {
    return this.#connection
      .call('DescribeTrails', { includeShadowTrails: false })
      .then(readTrails)
      .catch(() => namedTrails(this.#settings));
  }
}

const isStopLogging = (signal: Signal): signal is ApiCall =>
  signal.kind === 'api-call' && signal.eventName === 'StopLogging' && signal.error === null;
