import { randomUUID } from 'node:crypto';
import type { World } from '../../endpoint/world.ts';
import { recordMetric } from '../monitoring/metrics.ts';
import { metricsIn } from './embedded-metrics.ts';
import { recordFilterMetrics } from './filter-metrics.ts';
import { groupsOf } from './store.ts';
import { addEvents, createStream } from './streams.ts';
import { writeObserversOf } from './write-observers.ts';

interface LogGroupName {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
}

interface TimedLine {
  readonly timestamp: number;
  readonly message: string;
}

/** Writes lines as a service does, making the stream when there is none. False when the group does not exist. */
export function writeLogLines(
  world: World,
  logGroup: LogGroupName,
  streamName: string,
  lines: readonly string[],
): boolean {
  const timestamp = world.clock.now();
  return writeEvents(
    world,
    logGroup,
    streamName,
    lines.map((message) => ({ timestamp, message })),
  );
}

/** Writes events with times of their own, and records the metrics that they make. */
export function writeEvents(
  world: World,
  { accountId, region, name }: LogGroupName,
  streamName: string,
  lines: readonly TimedLine[],
): boolean {
  const group = groupsOf(world, accountId, region).get(name);
  if (!group) return false;
  const ingestedAt = world.clock.now();
  const stream = group.streams.get(streamName) ?? createStream(group, streamName, world);
  const { keyArn } = group;
  const events = lines.map((line) => ({ ...line, id: randomUUID(), ingestedAt, ...(keyArn && { keyArn }) }));
  addEvents(stream, events);
  recordEmbeddedMetrics(world, { accountId, region }, lines);
  recordFilterMetrics(world, group, events);
  for (const observe of writeObserversOf(world)) observe(world, { group, streamName, events });
  return true;
}

function recordEmbeddedMetrics(
  world: World,
  { accountId, region }: Omit<LogGroupName, 'name'>,
  lines: readonly TimedLine[],
): void {
  for (const { message, timestamp } of lines) {
    for (const datum of metricsIn(message)) {
      recordMetric(world, accountId, region, { at: timestamp, ...datum });
    }
  }
}
