import { JsonConnection } from '../aws/json-connection.ts';
import { readTrails } from '../aws/read-trails.ts';
import { toDomainError } from '../aws/refusal.ts';
import { type Config, readCredentials, serviceEndpoint } from '../config.ts';
import type { Clock } from '../domain/ports.ts';
import { refusedOrFailed } from '../domain/restore.ts';
import type { ApiCall, Signal } from '../domain/signal.ts';
import { namedTrails, standingBySettings } from '../domain/standing.ts';
import { startLogging } from '../domain/start-logging.ts';
import type { StepResult } from '../domain/step.ts';
import { type Trail, trailOfCall } from '../domain/trail.ts';
import { StopCover } from './stop-cover.ts';
import { systemClock } from './system-clock.ts';

/**
 * A StopLogging of a trail already known is answered before anything else is loaded. Asking for the trails at load
 * both opens the connection and tells which trails there are.
 */
export class FastPath {
  readonly #connection: JsonConnection;
  readonly #settings: Config['settings'];
  readonly #clock: Clock;
  readonly #cover: StopCover;
  #known: Promise<readonly Trail[]>;

  constructor(config: Config, clock: Clock = systemClock) {
    const { settings } = config;
    this.#settings = settings;
    this.#clock = clock;
    this.#connection = new JsonConnection({
      service: 'cloudtrail',
      endpoint: serviceEndpoint('cloudtrail', settings),
      region: settings.region,
      readCredentials,
      clock,
    });
    this.#known = this.#listTrails();
    this.#cover = new StopCover(config, clock);
  }

  /**
   * Later passes read the trails anyway: they keep the list fresh. Until the first of them, a trail whose baseline asks for mode
   * `notify` counts as the others: a baseline that nothing was compared with withholds no start.
   */
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
    const steps = await Promise.all(
      guarded.map(async (trail) => ((await this.#cover.covers(trail)) ? [] : [await this.#start(trail)])),
    );
    return steps.flat();
  }

  async #start(trail: Trail): Promise<StepResult> {
    const step = startLogging(trail);
    const end = await this.#connection.call('StartLogging', step.input).then(
      () => ({ result: 'done' }) as const,
      (error: unknown) => refusedOrFailed(toDomainError(error, 'cloudtrail')),
    );
    return { ...step, at: this.#clock.now(), ...end };
  }

  /**
   * What goes wrong here is no loss: without known trails, the full pass does the work. It never rejects. A member's copy of an
   * organization's trail is a shadow, too: where this account administers it, its owner named it.
   */
  #listTrails(): Promise<readonly Trail[]> {
    const { accountId, region } = this.#settings;
    const named = namedTrails(this.#settings);
    const administered = named.filter(
      (trail) => trail.accountId !== accountId && trail.homeRegion === region,
    );
    return this.#connection
      .call('DescribeTrails', { includeShadowTrails: false })
      .then((answer) => [...readTrails(answer), ...administered])
      .catch(() => named);
  }
}

const isStopLogging = (signal: Signal): signal is ApiCall =>
  signal.kind === 'api-call' && signal.eventName === 'StopLogging' && signal.error === null;
