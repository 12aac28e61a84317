import { quoteSome } from '../../request/trail-request.ts';
import { describeKind, describePart } from './describe-events.ts';
import { EVERY_EVENT, type EventSet, type Selection, valuesIn, withoutValues } from './event-set.ts';
import { type Effort, findUnrecorded, newEffort, type Unrecorded } from './find-unrecorded.ts';
import { everyEventOf, KINDS, type Kind, takenEach } from './kinds.ts';
import { findManagementGaps, findPartialGaps, type PartialGap } from './management-gaps.ts';
import { exactly } from './pattern.ts';

/** Events that one set of selectors takes and another does not. */
export interface Gap {
  readonly path: GapPath;
  /** In plain words: `write management events`. */
  readonly what: string;
  /** False: it would take too long to work out whether there are any. */
  readonly isCertain: boolean;
}

export type GapPath =
  /** Of both kinds nothing. */
  | 'management'
  | 'management.write'
  | 'management.read'
  | 'management.sources'
  | 'management.filter'
  | 'data'
  | 'networkActivity'
  | 'other';

/** What the recorded selections leave out of what is wanted. */
export function gapsBetween(wanted: readonly Selection[], recorded: readonly Selection[]): readonly Gap[] {
  const effort = newEffort();
  return [
    ...managementGaps(wanted, recorded, effort),
    ...CATEGORIES.flatMap((category) => categoryGaps(category, wanted, recorded, effort)),
  ];
}

function managementGaps(
  wanted: readonly Selection[],
  recorded: readonly Selection[],
  effort: Effort,
): readonly Gap[] {
  const gaps = findManagementGaps(wanted, recorded);
  const { unrecorded, sources } = gaps;
  const kindOf = (kinds: readonly Kind[]) =>
    kinds.length < KINDS.length - unrecorded.length ? `${kinds[0]} ` : '';
  return [
    ...kindGaps(unrecorded),
    ...[...sources].map(([source, kinds]) =>
      certain('management.sources', `${kindOf(kinds)}${MANAGEMENT} of ${quoteSome([source])}`),
    ),
    ...filterGaps(findPartialGaps(wanted, recorded, gaps, effort)),
  ];
}

const kindGaps = (unrecorded: readonly Kind[]): readonly Gap[] =>
  unrecorded.length === KINDS.length
    ? [certain('management', MANAGEMENT)]
    : unrecorded.map((kind) => certain(`management.${kind}`, `${kind} ${MANAGEMENT}`));

/** What is missing of both kinds alike is told once. */
function filterGaps(partial: readonly PartialGap[]): readonly Gap[] {
  const gaps = partial.map(({ wanted, missing }) => gapOf('management.filter', MANAGEMENT, missing, wanted));
  const bare = (what: string) => what.replace(/^(read|write) /, '');
  const kinds = Map.groupBy(gaps, ({ what }) => bare(what));
  return [...kinds].flatMap(([what, alike]) =>
    new Set(alike.map((gap) => gap.what)).size === KINDS.length
      ? [certain('management.filter', what)]
      : alike,
  );
}

const MANAGEMENT = 'management events';

interface Category {
  readonly path: GapPath;
  readonly events: EventSet | null;
  readonly name: string;
  /** The field that tells people best what the events are about. */
  readonly by: string;
}

const NAMED = ['Management', 'Data', 'NetworkActivity'].map(exactly);

const CATEGORIES: readonly Category[] = [
  { path: 'data', events: everyEventOf('Data'), name: 'data events', by: 'resources.type' },
  {
    path: 'networkActivity',
    events: everyEventOf('NetworkActivity'),
    name: 'network activity events',
    by: 'eventSource',
  },
  {
    path: 'other',
    events: withoutValues(EVERY_EVENT, 'eventCategory', NAMED),
    name: 'other events',
    by: 'eventCategory',
  },
];

function categoryGaps(
  { path, events, name, by }: Category,
  wanted: readonly Selection[],
  recorded: readonly Selection[],
  effort: Effort,
): readonly Gap[] {
  return takenEach(events ?? EVERY_EVENT, wanted).flatMap((part) => {
    const missing = findUnrecorded(part, recorded, effort);
    return missing === null ? [] : [gapOf(path, `${name}${labelOf(part, by)}`, missing, part)];
  });
}

function labelOf(part: EventSet, field: string): string {
  const patterns = valuesIn(part, field).anyOf.flat();
  const names = patterns.flatMap((pattern) => ('exact' in pattern ? [pattern.exact] : []));
  return names.length > 0 ? ` of ${quoteSome(names)}` : '';
}

const gapOf = (path: GapPath, name: string, missing: Exclude<Unrecorded, null>, wanted: EventSet): Gap =>
  missing === 'undecided'
    ? { path, what: name, isCertain: false }
    : certain(path, `${describeKind(missing)}${name}${describePart(missing, wanted)}`);

const certain = (path: GapPath, what: string): Gap => ({ path, what, isCertain: true });
