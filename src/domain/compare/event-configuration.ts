import type { Drift } from '../drift.ts';
import { asJsonObject, isJsonObject, type JsonObject } from '../json.ts';

/**
 * Compares what is made of recorded events. Aggregated events are summaries of data events in files of their own
 * (`CloudTrail-Aggregated`), beside the data events, which the event selectors alone decide on: so one template more adds, and
 * one less takes away. Larger events and context keys are more in each event; today they belong to event data stores.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/aggregating-data-events.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventConfiguration.html
 */
export const compareEventConfiguration = (expected: JsonObject, actual: JsonObject): readonly Drift[] =>
  Object.entries(ITEMS).flatMap(([name, itemsOf]) => {
    const [before, after] = [itemsOf(expected[name]), itemsOf(actual[name])];
    const [lost, gained] = [missing(before, after), missing(after, before)];
    const difference = {
      path: `eventConfiguration.${name}`,
      expected: expected[name] ?? null,
      actual: actual[name] ?? null,
    } as const;
    return [
      ...(lost.length > 0
        ? [{ ...difference, class: 'weaker', evidence: `without ${lost.join(', ')}` } as const]
        : []),
      ...(gained.length > 0
        ? [{ ...difference, class: 'stronger', evidence: `also ${gained.join(', ')}` } as const]
        : []),
    ];
  });

/** What each setting adds to what is recorded, item by item. */
const ITEMS: Readonly<Record<string, (value: unknown) => readonly string[]>> = {
  AggregationConfigurations: (value) => pairs(value, 'EventCategory', 'Templates'),
  ContextKeySelectors: (value) => pairs(value, 'Type', 'Equals'),
  // `Standard`, the default, cuts events at 256 KB.
  MaxEventSize: (value) => (typeof value === 'string' && value !== 'Standard' ? [value] : []),
};

function pairs(value: unknown, kind: string, list: string): readonly string[] {
  const entries = Array.isArray(value) ? value.filter(isJsonObject) : [];
  return entries.flatMap((entry) => {
    const items = asJsonObject(entry)[list];
    return Array.isArray(items) ? items.map((item) => `${entry[kind]} ${item}`) : [];
  });
}

const missing = (wanted: readonly string[], given: readonly string[]): readonly string[] =>
  wanted.filter((item) => !given.includes(item));
