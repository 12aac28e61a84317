import { JsonConnection } from '../aws/json-connection.ts';
import { makeWindowLookup, type WindowLookup } from '../aws/window-lookup.ts';
import { type Config, readCredentials, serviceEndpoint } from '../config.ts';
import type { Clock } from '../domain/ports.ts';
import type { Trail } from '../domain/trail.ts';
import { judgeWindow } from '../domain/window/windows.ts';

/** A trail is dark meanwhile. */
const ASKED_FOR_MS = 200;

/** Maintenance windows that name StopLogging: the one thing that the fast path looks up before it restarts a trail. */
export class StopCover {
  readonly #settings: Config['settings'];
  readonly #clock: Clock;
  readonly #windows: WindowLookup;

  constructor({ settings }: Config, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
    this.#windows = makeWindowLookup(
      new JsonConnection({
        service: 'ssm',
        endpoint: serviceEndpoint('ssm', settings),
        region: settings.region,
        readCredentials,
        clock,
      }),
    );
    if (this.#isPossible) void this.#windows.open();
  }

  /** What is not read in time is no window: StartLogging is not withheld for a store that does not answer. */
  async covers(trail: Trail): Promise<boolean> {
    if (!this.#isPossible) return false;
    const reading = this.#windows.read(trail).catch(() => null);
    const stored = await Promise.race([reading, this.#clock.sleep(ASKED_FOR_MS).then(() => null)]);
    const judged = stored && judgeWindow(stored, this.#clock.now(), this.#settings.approvedPrincipals);
    if (!judged || !('window' in judged)) return false;
    return judged.window.trailArn === trail.arn && judged.window.coversStopLogging;
  }

  /** Nobody else's window counts; and what is not started anyway needs none. */
  get #isPossible(): boolean {
    return this.#settings.mode === 'restore' && this.#settings.approvedPrincipals.length > 0;
  }
}
