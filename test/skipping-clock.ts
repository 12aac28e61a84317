import { type Clock, LONGEST_TIMER_MS } from '../src/local/endpoint/clock.ts';

interface Timer {
  readonly dueAt: number;
  readonly run: () => void;
  handle: NodeJS.Timeout;
}

/** The machine's time, which a test can send ahead: a sweep is minutes away, and nobody waits for it. */
export class SkippingClock implements Clock {
  #aheadMs = 0;
  readonly #timers = new Set<Timer>();

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  after(afterMs: number, run: () => void): () => void {
    const timer: Timer = { dueAt: this.now() + afterMs, run, handle: setTimeout(() => {}, 0) };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => this.#drop(timer);
  }

  /** Lets this much time pass at once. */
  skip(ms: number): void {
    this.#aheadMs += ms;
    for (const timer of this.#timers) this.#arm(timer);
  }

  #arm(timer: Timer): void {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(
      () => {
        if (timer.dueAt > this.now()) return this.#arm(timer);
        this.#drop(timer);
        timer.run();
      },
      Math.min(LONGEST_TIMER_MS, Math.max(0, timer.dueAt - this.now())),
    );
    timer.handle.unref();
  }

  #drop(timer: Timer): void {
    clearTimeout(timer.handle);
    this.#timers.delete(timer);
  }
}
