import type { World } from '../../endpoint/world.ts';
import type { LogEvent, LogGroup } from './store.ts';

/** Log events that came together. */
export interface Written {
  readonly group: LogGroup;
  readonly streamName: string;
  readonly events: readonly LogEvent[];
}

type WriteObserver = (world: World, written: Written) => void;

const observers = { name: 'logs.write-observers', create: (): WriteObserver[] => [] };

/**
 * Who is told of every write, in all accounts. Subscriptions are told this way, since functions that they invoke write
 * logs themselves.
 */
export const writeObserversOf = (world: World): WriteObserver[] =>
  world.store(observers, 'every-account', 'aws-global');
