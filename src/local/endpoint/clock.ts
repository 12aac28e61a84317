/** Time as the embedded AWS sees it. A test hands in one it can turn by hand. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `run` once, `afterMs` from now. Returns what cancels it. */
  after(afterMs: number, run: () => void): () => void;
}

/** A timer of Node's that is set for longer fires at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own time. Its timers never keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(afterMs, run) {
    let timer: NodeJS.Timeout;
    const wait = (leftMs: number) => {
      const nowMs = Math.max(0, Math.min(leftMs, LONGEST_TIMER_MS));
      timer = setTimeout(() => (leftMs > nowMs ? wait(leftMs - nowMs) : run()), nowMs);
      timer.unref();
    };
    wait(afterMs);
    return () => clearTimeout(timer);
  },
};
