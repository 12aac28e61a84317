import type { Clock } from './clock.ts';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Time that stands still until it is turned by hand. */
export class ManualClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(startAt = Date.UTC(2026, 0, 1)) {
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  after(afterMs: number, run: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, afterMs), run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Fires every timer that is due within `ms`, in order, letting what each set off settle before the next. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (let timer = this.#nextUntil(end); timer; timer = this.#nextUntil(end)) {
      this.#timers.delete(timer);
      this.#now = timer.at;
      timer.run();
      await settle();
    }
    this.#now = end;
  }

  #nextUntil(end: number): Timer | undefined {
    let next: Timer | undefined;
    // A set keeps the order of insertion, so the first of equals is the one that was set first.
    for (const timer of this.#timers) if (timer.at <= end && timer.at < (next?.at ?? Infinity)) next = timer;
    return next;
  }
}

/** Lets pending promises and what they start run to their end, as far as they need no real input or output. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
