import { invalidValue } from './invalid.ts';

const SHORT_PERIODS = new Set([1, 5, 10, 20, 30]);

/** @returns the period in seconds @throws ServiceError when it is neither short nor whole minutes */
export function checkPeriod(seconds: number | undefined): number {
  const isMinutes = seconds !== undefined && seconds > 0 && seconds % 60 === 0;
  if (seconds !== undefined && (isMinutes || SHORT_PERIODS.has(seconds))) return seconds;
  throw invalidValue('The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.');
}
