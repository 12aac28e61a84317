import type { Caller } from '../../endpoint/caller.ts';
import type { World } from '../../endpoint/world.ts';
import type { CloudTrailRecord } from './record.ts';

/** A record as event history keeps it, whether or not any trail logs. */
export interface HistoryEvent {
  readonly at: number;
  readonly record: CloudTrailRecord;
  /** Absent when it was a service by itself or somebody of another account. */
  readonly caller?: Caller | undefined;
}

const NINETY_DAYS_MS = 90 * 24 * 60 * 60 * 1000;
/** A world that runs for weeks must not fill the memory. */
const MAX_EVENTS = 20_000;

const store = { name: 'cloudtrail.history', create: (): { events: HistoryEvent[] } => ({ events: [] }) };

export function keepInHistory(world: World, accountId: string, event: HistoryEvent): void {
  const { events } = world.store(store, accountId, event.record.awsRegion);
  events.push(event);
  if (events.length > MAX_EVENTS) events.splice(0, events.length - MAX_EVENTS);
}

/** The management events of the last 90 days in one Region that a reader can see by now, newest first. */
export function historyOf(world: World, accountId: string, region: string): readonly HistoryEvent[] {
  const now = world.clock.now();
  const { readLagMs, historyDelayMs = readLagMs } = world.settings;
  return world
    .store(store, accountId, region)
    .events.filter(({ at }) => at > now - NINETY_DAYS_MS && at <= now - historyDelayMs)
    .reverse();
}
