import type { ArchiveState } from '@aws-sdk/client-eventbridge';
import type { World } from '../../endpoint/world.ts';
import type { BusEvent } from './bus-event.ts';
import type { EventPattern } from './pattern/compile.ts';
import { matchesPattern } from './pattern/match.ts';
import type { Bus } from './store.ts';

/** Keeps the events of a bus that match its pattern. */
export interface Archive {
  readonly name: string;
  readonly arn: string;
  readonly busArn: string;
  readonly createdAt: number;
  state: ArchiveState;
  description: string | undefined;
  patternText: string | undefined;
  pattern: EventPattern | undefined;
  /** 0 keeps events for ever. */
  retentionDays: number;
  readonly events: { readonly at: number; readonly event: BusEvent }[];
}

/** AWS keeps all; one process does not. */
const MOST_EVENTS = 10_000;
const DAY_MS = 86_400_000;

const archives = { name: 'events.archives', create: () => new Map<string, Archive>() };

export const archivesIn = (world: World, accountId: string, region: string): Map<string, Archive> =>
  world.store(archives, accountId, region);

/** Replayed events are not archived again. */
export function keepInArchives(world: World, { arn }: Bus, event: BusEvent): void {
  const [, , , region = '', accountId = ''] = arn.split(':');
  if (event['replay-name'] !== undefined) return;
  for (const archive of archivesIn(world, accountId, region).values()) {
    const isMeant = !archive.pattern || matchesPattern(archive.pattern, event);
    if (archive.busArn !== arn || !isMeant) continue;
    archive.events.push({ at: world.clock.now(), event });
    if (archive.events.length > MOST_EVENTS) archive.events.shift();
  }
}

/** What an archive's retention still keeps; the rest is forgotten. */
export function keptEvents({ events, retentionDays }: Archive, world: World): Archive['events'] {
  const since = retentionDays === 0 ? Number.NEGATIVE_INFINITY : world.clock.now() - retentionDays * DAY_MS;
  const kept = events.findIndex(({ at }) => at >= since);
  events.splice(0, kept < 0 ? events.length : kept);
  return events;
}
