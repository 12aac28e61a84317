import { randomUUID } from 'node:crypto';
import type { World } from '../../endpoint/world.ts';
import { recordMetric } from '../monitoring/metrics.ts';
import { metricsIn } from './embedded-metrics.ts';
import { groupsOf } from './store.ts';
import { addEvents, createStream } from './streams.ts';

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

/** Writes events with times of their own, and records the metrics embedded in them. */
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
  addEvents(
    stream,
    lines.map((line) => ({ ...line, id: randomUUID(), ingestedAt })),
  );
  for (const { message, timestamp } of lines) {
    for (const datum of metricsIn(message)) {
      recordMetric(world, accountId, region, { at: timestamp, ...datum });
    }
  }
  return true;
}
