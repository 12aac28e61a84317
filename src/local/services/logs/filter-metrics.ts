import type { World } from '../../endpoint/world.ts';
import { recordMetric } from '../monitoring/metrics.ts';
import { jsonSelector } from './json-selector.ts';
import { firstIn, type MetricFilter } from './metric-filter.ts';
import type { LogEvent, LogGroup } from './store.ts';

/** Records what a group's metric filters make of events that came together. */
export function recordFilterMetrics(world: World, group: LogGroup, events: readonly LogEvent[]): void {
  for (const filter of group.metricFilters.values()) recordMatches(world, group, filter, events);
}

/** Where none matched, the filter's default is recorded: here once for what came together, in AWS once a minute. */
function recordMatches(
  world: World,
  { arn }: LogGroup,
  filter: MetricFilter,
  events: readonly LogEvent[],
): void {
  const [, , , region = '', accountId = ''] = arn.split(':');
  const {
    metricNamespace: namespace = '',
    metricName: name = '',
    unit,
    defaultValue,
  } = filter.transformation;
  const matching = events.filter(({ message }) => filter.passes(message));
  for (const { message, timestamp: at } of matching) {
    const value = filter.valueOf(message);
    const dimensions = dimensionsOf(filter, message);
    if (value === undefined || !dimensions) continue;
    recordMetric(world, accountId, region, { namespace, name, dimensions, value, unit, at });
  }
  if (matching.length > 0 || defaultValue === undefined || events.length === 0) return;
  recordMetric(world, accountId, region, {
    namespace,
    name,
    dimensions: new Map(),
    value: defaultValue,
    unit,
  });
}

/** Undefined for an event that lacks one of them: it makes no metric. */
function dimensionsOf({ transformation }: MetricFilter, message: string): Map<string, string> | undefined {
  const dimensions = new Map<string, string>();
  for (const [name, selector] of Object.entries(transformation.dimensions ?? {})) {
    const value = firstIn(jsonSelector(selector), message);
    if (value === undefined || value === null || typeof value === 'object') return undefined;
    dimensions.set(name, String(value));
  }
  return dimensions;
}
