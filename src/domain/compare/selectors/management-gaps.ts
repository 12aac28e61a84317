import { type EventSet, type Selection, taken, withoutValues, withValues } from './event-set.ts';
import { type Effort, findUnrecorded, type Unrecorded } from './find-unrecorded.ts';
import { KINDS, type Kind, takenOfKind } from './kinds.ts';
import { exactly } from './pattern.ts';

/** What is missing of the management events that are wanted. */
export interface ManagementGaps {
  /** Kinds of which nothing is recorded. */
  readonly unrecorded: readonly Kind[];
  /** Services of which nothing is recorded, of a kind of which something is. */
  readonly sources: ReadonlyMap<string, readonly Kind[]>;
}

/** Events of which only some are recorded. */
export interface PartialGap {
  readonly wanted: EventSet;
  readonly missing: Exclude<Unrecorded, null>;
}

export function findManagementGaps(
  wanted: readonly Selection[],
  recorded: readonly Selection[],
): ManagementGaps {
  const isWanted = (kind: Kind) => takenOfKind('Management', kind, wanted).length > 0;
  const isRecorded = (kind: Kind) => takenOfKind('Management', kind, recorded).length > 0;
  const leftOut = KINDS.filter(isRecorded).flatMap((kind) =>
    leftOutSources(kind, wanted, recorded).map((source) => ({ kind, source })),
  );
  const bySource = Map.groupBy(leftOut, ({ source }) => source);
  return {
    unrecorded: KINDS.filter((kind) => isWanted(kind) && !isRecorded(kind)),
    sources: new Map([...bySource].map(([source, list]) => [source, list.map(({ kind }) => kind)])),
  };
}

/** What is missing beside whole kinds and services. */
export function findPartialGaps(
  wanted: readonly Selection[],
  recorded: readonly Selection[],
  { unrecorded, sources }: ManagementGaps,
  effort: Effort,
): readonly PartialGap[] {
  return KINDS.filter((kind) => !unrecorded.includes(kind)).flatMap((kind) => {
    const leftOut = [...sources]
      .filter(([, kinds]) => kinds.includes(kind))
      .map(([source]) => exactly(source));
    return takenOfKind('Management', kind, wanted).flatMap((events) => {
      const rest = leftOut.length > 0 ? withoutValues(events, 'eventSource', leftOut) : events;
      const missing = rest && findUnrecorded(rest, recorded, effort);
      return missing === null ? [] : [{ wanted: events, missing }];
    });
  });
}

function leftOutSources(
  kind: Kind,
  wanted: readonly Selection[],
  recorded: readonly Selection[],
): readonly string[] {
  const events = takenOfKind('Management', kind, wanted);
  return namedSources([...wanted, ...recorded]).filter((source) => isLeftOut(source, events, recorded));
}

function isLeftOut(source: string, events: readonly EventSet[], recorded: readonly Selection[]): boolean {
  const ofSource = events
    .map((part) => withValues(part, 'eventSource', [exactly(source)]))
    .filter((part) => part !== null);
  return (
    ofSource.length > 0 &&
    ofSource.every((part) => recorded.every((selection) => taken(part, selection) === null))
  );
}

/** Every service that the selections of management events name, for whatever reason. */
const namedSources = (selections: readonly Selection[]): readonly string[] => {
  const conditions = selections.flat().filter(({ field }) => field === 'eventSource');
  const patterns = conditions.flatMap(({ oneOf, noneOf }) => [...oneOf, ...noneOf]);
  return [...new Set(patterns.flatMap((pattern) => ('exact' in pattern ? [pattern.exact] : [])))].sort();
};
