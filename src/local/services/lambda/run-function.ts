import type { World } from '../../endpoint/world.ts';
import type { Invocation } from './environment/execution-environment.ts';
import type { InvocationResult } from './environment/function-environments.ts';
import { environmentsOf } from './environments.ts';
import { throttled } from './lambda-error.ts';
import { count } from './metrics.ts';
import type { LambdaFunction } from './store.ts';

/**
 * Runs a function once, when its concurrency allows.
 * @throws ServiceError `TooManyRequestsException` when its concurrency is 0
 */
export async function runFunction(
  world: World,
  fn: LambdaFunction,
  invocation: Invocation,
): Promise<InvocationResult> {
  if (fn.reservedConcurrency === 0) throw refuseForThrottle(world, fn);
  const result = await environmentsOf(world).of(fn).run(invocation);
  count(world, fn, 'Invocations');
  count(world, fn, 'Errors', result.outcome.status === 'success' ? 0 : 1);
  count(world, fn, 'Duration', result.durationMs);
  return result;
}

/** Counts a throttle. @returns what to throw */
export function refuseForThrottle(world: World, fn: LambdaFunction): Error {
  count(world, fn, 'Throttles');
  return throttled();
}
