import type { Clock } from './ports.ts';

/**
 * What is good to know and may not keep a restart waiting: what fails or takes too long gives way to what is known without it.
 * @param withinMs milliseconds
 */
export const inTime = async <T>(
  clock: Clock,
  withinMs: number,
  read: () => Promise<T>,
  otherwise: T,
): Promise<T> => {
  const reading = read().catch(() => otherwise);
  return (await (clock.within?.(withinMs, reading) ?? reading)) ?? otherwise;
};
