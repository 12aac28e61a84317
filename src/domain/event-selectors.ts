import { isJsonObject, type JsonObject } from './json.ts';
import type { ApiCall } from './signal.ts';

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

/** The management events that one selector takes. */
interface Selection {
  readonly read: boolean;
  readonly write: boolean;
  readonly excludedSources: readonly string[];
  readonly filteredBy: readonly string[];
}

/**
 * The gaps of what a PutEventSelectors sets: it replaces all selectors. The response repeats them, which helps when
 * the record leaves out the request.
 */
export function readSelectorGaps({ request, response }: Pick<ApiCall, 'request' | 'response'>): SelectorGaps {
  const selections = readSelections(request) ?? readSelections(response);
  if (!selections) return { unrecorded: [], excludedSources: [], filteredBy: [] };
  const kinds = ['read', 'write'] as const;
  const taking = kinds.map((kind) => selections.filter((selection) => selection[kind]));
  return {
    unrecorded: kinds.filter((_, index) => taking[index]?.length === 0),
    excludedSources: [...new Set(taking.flatMap(sourcesLeftOut))],
    filteredBy: [...new Set(taking.flatMap(filtersOf))],
  };
}

function readSelections(holder: JsonObject | null): Selection[] | undefined {
  const { eventSelectors, advancedEventSelectors } = holder ?? {};
  if (!Array.isArray(eventSelectors) && !Array.isArray(advancedEventSelectors)) return;
  return [
    ...objectsOf(eventSelectors)
      .filter(({ includeManagementEvents }) => includeManagementEvents !== false)
      .map(readBasic),
    ...objectsOf(advancedEventSelectors)
      .filter((selector) => valuesOf(selector, 'eventCategory').includes('Management'))
      .map(readAdvanced),
  ];
}

const readBasic = ({ readWriteType, excludeManagementEventSources }: JsonObject): Selection => ({
  read: readWriteType !== 'WriteOnly',
  write: readWriteType !== 'ReadOnly',
  excludedSources: textsOf(excludeManagementEventSources),
  filteredBy: [],
});

/**
 * A trail's management events can be selected by readOnly and all but some eventSources. Other filters are those of
 * event data stores, or too new to be known here.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
 */
function readAdvanced(selector: JsonObject): Selection {
  const readOnly = valuesOf(selector, 'readOnly');
  const others = objectsOf(selector.fieldSelectors).filter(
    ({ field, notEquals }) =>
      field !== 'eventCategory' && field !== 'readOnly' && !(field === 'eventSource' && notEquals),
  );
  return {
    read: readOnly.length === 0 || readOnly.includes('true'),
    write: readOnly.length === 0 || readOnly.includes('false'),
    excludedSources: valuesOf(selector, 'eventSource', 'notEquals'),
    filteredBy: textsOf(others.map(({ field }) => field)),
  };
}

const valuesOf = (selector: JsonObject, name: string, operator = 'equals'): string[] =>
  objectsOf(selector.fieldSelectors)
    .filter(({ field }) => field === name)
    .flatMap((field) => textsOf(field[operator]));

/** Sources that every selector leaves out; those with a filter add nothing that is known to be whole. */
function sourcesLeftOut(selections: readonly Selection[]): string[] {
  const [first, ...others] = selections
    .filter(({ filteredBy }) => filteredBy.length === 0)
    .map(({ excludedSources }) => new Set(excludedSources));
  return [...(first ?? [])].filter((source) => others.every((other) => other.has(source)));
}

const filtersOf = (selections: readonly Selection[]): readonly string[] =>
  selections.every(({ filteredBy }) => filteredBy.length > 0)
    ? selections.flatMap(({ filteredBy }) => filteredBy)
    : [];

const objectsOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
