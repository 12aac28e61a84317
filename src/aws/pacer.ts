import type { Clock } from '../domain/ports.ts';

interface Pace {
  /** Turns in any `withinMs`. */
  readonly atMost: number;
  readonly withinMs: number;
  readonly clock: Clock;
}

/** Gives out turns, so that a quota of calls is kept. */
export class Pacer {
  readonly #pace: Pace;
  /** When the last turns were given, the oldest first. */
  #given: readonly number[] = [];
  readonly #urgent: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];
  #isServing = false;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** Resolves when it is the caller's turn: urgent ones first, otherwise in the order they came. */
  turn(isUrgent = false): Promise<void> {
    return new Promise((resolve) => {
      (isUrgent ? this.#urgent : this.#waiting).push(resolve);
      if (!this.#isServing) void this.#serve();
    });
  }

  /** A call that does not wait: the others do so much the longer. */
  count(): void {
    this.#given = [...this.#given, this.#pace.clock.now()].slice(-this.#pace.atMost);
  }

  async #serve(): Promise<void> {
    const { clock } = this.#pace;
    this.#isServing = true;
    while (this.#urgent.length + this.#waiting.length > 0) {
      const waitMs = this.#waitMs();
      if (waitMs > 0) {
        await clock.sleep(waitMs);
        continue;
      }
      this.count();
      (this.#urgent.shift() ?? this.#waiting.shift())?.();
    }
    this.#isServing = false;
  }

  #waitMs(): number {
    const { atMost, withinMs, clock } = this.#pace;
    const oldest = this.#given.at(-atMost);
    return oldest === undefined ? 0 : oldest + withinMs - clock.now();
  }
}
