import type { World } from '../../endpoint/world.ts';
import { functionsOf, type LambdaFunction } from './store.ts';

/** What an account may run at once in a Region. @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const ACCOUNT_CONCURRENCY = 1000;

/** Reservations leave at least this much for functions without one. */
export const LEAST_UNRESERVED = 100;

/** What the account's functions, but for one, leave unreserved. */
export function unreservedConcurrency(
  world: World,
  accountId: string,
  region: string,
  except?: LambdaFunction,
): number {
  const reserved = [...functionsOf(world, accountId, region).values()]
    .filter((fn) => fn !== except)
    .reduce((sum, { reservedConcurrency = 0 }) => sum + reservedConcurrency, 0);
  return ACCOUNT_CONCURRENCY - reserved;
}
