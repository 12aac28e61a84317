import type { Clock } from '../domain/ports.ts';

/** So many turns in any such time. */
interface Limit {
  readonly atMost: number;
  readonly withinMs: number;
}

interface Pace {
  readonly limits: readonly Limit[];
  /** What counts for urgent turns, which take their place from the others. @default as `limits` */
  readonly urgentLimits?: readonly Limit[];
  readonly clock: Clock;
}

/** Turns of one urgency, in the order they were asked for. */
interface Lane {
  readonly limits: readonly Limit[];
  readonly waiting: (() => void)[];
  /** While turns of it are given out. */
  serving: Promise<void> | null;
}

/** Gives out turns, so that a quota of calls is kept. */
export class Pacer {
  readonly #clock: Clock;
  readonly #urgent: Lane;
  readonly #patient: Lane;
  readonly #kept: number;
  /** When the last turns were given, the oldest first. */
  #given: readonly number[] = [];

  constructor({ limits, urgentLimits = limits, clock }: Pace) {
    this.#clock = clock;
    this.#urgent = { limits: urgentLimits, waiting: [], serving: null };
    this.#patient = { limits, waiting: [], serving: null };
    this.#kept = Math.max(...[...limits, ...urgentLimits].map(({ atMost }) => atMost));
  }

  /** Resolves when it is the caller's turn: urgent ones first, otherwise in the order they came. */
  turn(isUrgent = false): Promise<void> {
    const lane = isUrgent ? this.#urgent : this.#patient;
    return new Promise((resolve) => {
      lane.waiting.push(resolve);
      lane.serving ??= this.#serve(lane);
    });
  }

  async #serve(lane: Lane): Promise<void> {
    // Those that ask at the same time are all there before the first turn is given.
    await null;
    while (lane.waiting.length > 0) {
      const waitMs = this.#waitMs(lane);
      if (waitMs > 0) await this.#clock.sleep(waitMs);
      else if (lane !== this.#urgent && this.#urgent.serving) await this.#urgent.serving;
      else this.#give(lane);
    }
    lane.serving = null;
  }

  #give({ waiting }: Lane): void {
    this.#given = [...this.#given, this.#clock.now()].slice(-this.#kept);
    waiting.shift()?.();
  }

  #waitMs({ limits }: Lane): number {
    const now = this.#clock.now();
    // A clock that was set back must hold nobody up until it has caught up.
    this.#given = this.#given.filter((at) => at <= now);
    const waits = limits.map(({ atMost, withinMs }) => {
      const oldest = this.#given.at(-atMost);
      return oldest === undefined ? 0 : oldest + withinMs - now;
    });
    return Math.max(0, ...waits);
  }
}
