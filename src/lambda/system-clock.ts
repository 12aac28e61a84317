import type { Clock } from '../domain/ports.ts';

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  within(ms, promise) {
    let timer: NodeJS.Timeout;
    const tooLate = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), ms);
    });
    return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer));
  },
};
