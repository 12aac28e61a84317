import { EVERY_EVENT, type EventSet, type Selection, taken, withValues } from './event-set.ts';
import { exactly } from './pattern.ts';

/** The kinds of events in the order in which they are told. */
export const KINDS = ['write', 'read'] as const;

export type Kind = (typeof KINDS)[number];

/** All events of a category. */
export const everyEventOf = (category: string): EventSet =>
  withValues(EVERY_EVENT, 'eventCategory', [exactly(category)]) ?? EVERY_EVENT;

const isReadOnly: Readonly<Record<Kind, string>> = { write: 'false', read: 'true' };

/** The events of a kind that each selection takes; those that take none are left out. */
export const takenOfKind = (
  category: string,
  kind: Kind,
  selections: readonly Selection[],
): readonly EventSet[] => {
  const events = withValues(everyEventOf(category), 'readOnly', [exactly(isReadOnly[kind])]);
  return events ? takenEach(events, selections) : [];
};

export const takenEach = (events: EventSet, selections: readonly Selection[]): readonly EventSet[] =>
  selections.map((selection) => taken(events, selection)).filter((part) => part !== null);
