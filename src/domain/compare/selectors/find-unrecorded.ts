import { costOf, type EventSet, notTaken, type Selection, taken } from './event-set.ts';

/** Comparisons that may still be made. Selectors can be written so that working them out takes for ever. */
export interface Effort {
  left: number;
}

/** About a tenth of a second. A trail has at most 500 values, and those of one written by people take a few thousand. */
const MOST_COMPARISONS = 1_000_000;

export const newEffort = (): Effort => ({ left: MOST_COMPARISONS });

/** `undecided`: working it out would take too long. */
export type Unrecorded = EventSet | 'undecided' | null;

/**
 * Some events of a set that no selection takes; null when all are taken. It takes from the events what one selection takes,
 * and searches in each piece that is left.
 */
export function findUnrecorded(
  events: EventSet,
  selections: readonly Selection[],
  effort: Effort,
): Unrecorded {
  const relevant: Selection[] = [];
  for (const selection of selections) {
    effort.left -= 2 * costOf(events, selection);
    if (effort.left < 0) return 'undecided';
    if (taken(events, selection) === null) continue;
    if (notTaken(events, selection).length === 0) return null;
    relevant.push(selection);
  }
  const [first, ...others] = relevant;
  if (!first) return events;
  for (const piece of notTaken(events, first)) {
    const found = findUnrecorded(piece, others, effort);
    if (found !== null) return found;
  }
  return null;
}
