import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { invalidParameter } from './groups.ts';
import type { LogEvent, LogGroup, LogStream } from './store.ts';

const DAY_MS = 24 * 3_600_000;

export function createStream(group: LogGroup, name: string, world: World): LogStream {
  if (!/^[^:*]{1,512}$/.test(name)) throw invalidParameter(`Log stream name '${name}' is not valid.`);
  if (group.streams.has(name)) {
    throw new ServiceError('ResourceAlreadyExistsException', 'The specified log stream already exists');
  }
  const stream = { name, createdAt: world.clock.now(), events: [] };
  group.streams.set(name, stream);
  return stream;
}

/** @throws ServiceError `ResourceNotFoundException` */
export function findStream(group: LogGroup, name: string | undefined): LogStream {
  const stream = group.streams.get(name ?? '');
  if (stream) return stream;
  throw new ServiceError('ResourceNotFoundException', 'The specified log stream does not exist.');
}

/** When the oldest event was written that the group's retention still keeps. */
export const retainedSince = ({ retentionInDays }: LogGroup, world: World): number =>
  retentionInDays === undefined ? Number.NEGATIVE_INFINITY : world.clock.now() - retentionInDays * DAY_MS;

/** A stream's events that the group's retention still keeps; the others are forgotten. */
export function retainedEvents(group: LogGroup, { events }: LogStream, world: World): LogEvent[] {
  const since = retainedSince(group, world);
  const kept = events.findIndex(({ timestamp }) => timestamp >= since);
  events.splice(0, kept < 0 ? events.length : kept);
  return events;
}

/** Adds events in the order of their timestamps, equals behind those already there. */
export function addEvents({ events }: LogStream, added: readonly LogEvent[]): void {
  const isBehind = (events.at(-1)?.timestamp ?? 0) > (added[0]?.timestamp ?? 0);
  events.push(...added);
  if (isBehind) events.sort((a, b) => a.timestamp - b.timestamp);
}
