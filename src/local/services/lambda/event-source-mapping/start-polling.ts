import type { World } from '../../../endpoint/world.ts';
import type { EventSourceMapping } from './mapping.ts';
import { QueuePoller } from './queue-poller.ts';

/** Polls as the mapping's settings now say, instead of as they said before. */
export function startPolling(world: World, mapping: EventSourceMapping): void {
  mapping.stop();
  const poller = mapping.settings.isEnabled ? new QueuePoller(world, mapping) : undefined;
  mapping.stop = () => poller?.stop();
}
