import { canonicalEventSelectors } from '../canonical/event-selectors.ts';
import { withApiNames } from '../canonical/request.ts';
import type { Condition, Selection } from '../compare/selectors/event-set.ts';
import { newEffort } from '../compare/selectors/find-unrecorded.ts';
import { everyEventOf, takenEach } from '../compare/selectors/kinds.ts';
import { findManagementGaps, findPartialGaps } from '../compare/selectors/management-gaps.ts';
import { selectionsOf } from '../compare/selectors/selection.ts';
import type { JsonObject } from '../json.ts';
import type { ApiCall } from '../signal.ts';

/**
 * What a set of event selectors leaves out of the management events. A trail records an event when any one selector
 * takes it, so only what all of them together miss is a gap.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
 */
export interface SelectorGaps {
  /** Of which nothing is recorded: `read`, `write`, or both in this order. */
  readonly unrecorded: readonly string[];
  /** Services that are left out. */
  readonly excludedSources: readonly string[];
  /** Fields of advanced selectors that filter otherwise. */
  readonly filteredBy: readonly string[];
}

/**
 * The gaps of what a PutEventSelectors sets: it replaces all selectors. The response repeats them, which helps when
 * the record leaves out the request.
 */
export function readSelectorGaps(call: Pick<ApiCall, 'request' | 'response'>): SelectorGaps {
  const gaps = known.get(call) ?? findGaps(call);
  known.set(call, gaps);
  return gaps;
}

/** Several techniques ask about the same call, and hundreds of selectors take long to work out. */
const known = new WeakMap<object, SelectorGaps>();

function findGaps({ request, response }: Pick<ApiCall, 'request' | 'response'>): SelectorGaps {
  const selections = readSelections(request) ?? readSelections(response);
  if (!selections) return { unrecorded: [], excludedSources: [], filteredBy: [] };
  const gaps = findManagementGaps(EVERY_MANAGEMENT_EVENT, selections);
  const partial = findPartialGaps(EVERY_MANAGEMENT_EVENT, selections, gaps, newEffort());
  return {
    unrecorded: gaps.unrecorded.toSorted(),
    excludedSources: [...gaps.sources.keys()],
    filteredBy: partial.length > 0 ? filtersOf(selections) : [],
  };
}

const EVERY_MANAGEMENT_EVENT = selectionsOf({
  AdvancedEventSelectors: [
    { Name: null, FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
  ],
});

function readSelections(recorded: JsonObject | null): readonly Selection[] | undefined {
  if (!Array.isArray(recorded?.eventSelectors) && !Array.isArray(recorded?.advancedEventSelectors)) return;
  return selectionsOf(canonicalEventSelectors(withApiNames(recorded)));
}

/** An operator that is not known stands behind its field. */
const filtersOf = (selections: readonly Selection[]): readonly string[] => {
  const taking = selections.filter(
    (selection) => takenEach(everyEventOf('Management'), [selection]).length > 0,
  );
  const fields = taking
    .flat()
    .filter(isFilter)
    .flatMap(({ field }) => field.split(' ', 1));
  return [...new Set(fields)];
};

/** Kinds and left-out services are told for themselves. */
const isFilter = ({ field, oneOf, noneOf }: Condition): boolean => {
  if (field === 'eventCategory' || field === 'readOnly') return false;
  return field !== 'eventSource' || oneOf.length > 0 || noneOf.some((pattern) => !('exact' in pattern));
};
