import type { World } from '../../endpoint/world.ts';
import { recordMetric } from '../monitoring/metrics.ts';
import type { LambdaFunction } from './store.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html */
type FunctionMetric =
  | 'Invocations'
  | 'Errors'
  | 'Throttles'
  | 'Duration'
  | 'AsyncEventsDropped'
  | 'DeadLetterErrors';

export function count(world: World, fn: LambdaFunction, name: FunctionMetric, value = 1): void {
  const dimensions = new Map([['FunctionName', fn.name]]);
  recordMetric(world, fn.accountId, fn.region, { namespace: 'AWS/Lambda', name, dimensions, value });
}
