import { asJsonObject, type JsonObject } from '../json.ts';
import type { AdvancedSelector, BasicSelector, EventSelectors, FieldSelector } from '../parts.ts';
import { flagOf, objectsOf, sortedByContent, textOf, textOrNull, textsOf } from './fields.ts';

/**
 * The one kind of selectors that a trail has; a trail takes an event when any one of them takes it, so their order means
 * nothing.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html
 */
export function canonicalEventSelectors(answer: unknown): EventSelectors {
  const { EventSelectors, AdvancedEventSelectors } = asJsonObject(answer);
  const advancedOnes = objectsOf(AdvancedEventSelectors).map(advanced);
  if (advancedOnes.length > 0) return { AdvancedEventSelectors: sortedByContent(advancedOnes) };
  return { EventSelectors: sortedByContent(objectsOf(EventSelectors).map(basic)) };
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html for the defaults */
const basic = (selector: JsonObject): BasicSelector => ({
  // A value that is not known yet stays: read as the default it would look like more than is recorded.
  ReadWriteType: (textOrNull(selector.ReadWriteType) ?? 'All') as BasicSelector['ReadWriteType'],
  IncludeManagementEvents: flagOf(selector.IncludeManagementEvents, true),
  DataResources: sortedByContent(
    objectsOf(selector.DataResources).map(({ Type, Values }) => ({
      Type: textOf(Type),
      Values: textsOf(Values),
    })),
  ),
  ExcludeManagementEventSources: textsOf(selector.ExcludeManagementEventSources),
});

const advanced = ({ Name, FieldSelectors }: JsonObject): AdvancedSelector => ({
  Name: textOrNull(Name),
  FieldSelectors: sortedByContent(objectsOf(FieldSelectors).map(fieldSelector)),
});

/** Operators without values are left out; ones that are not known yet stay, since they narrow what is recorded. */
const fieldSelector = ({ Field, ...operators }: JsonObject): FieldSelector => ({
  Field: textOf(Field),
  ...Object.fromEntries(
    Object.entries(operators)
      .map(([operator, values]) => [operator, textsOf(values)] as const)
      .filter(([, values]) => values.length > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  ),
});
