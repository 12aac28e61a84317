import { asJsonObject, type JsonObject } from '../json.ts';
import { objectsOf, sortedByContent, textOf, textOrNull, textsOf } from './fields.ts';

/**
 * A trail's event configuration: which events are aggregated. The size of events and the context keys belong to event
 * data stores; they are kept when AWS tells them.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventConfiguration.html
 */
export function canonicalEventConfiguration(answer: unknown): JsonObject {
  const { AggregationConfigurations, ContextKeySelectors, MaxEventSize } = asJsonObject(answer);
  const contextKeys = sortedByContent(objectsOf(ContextKeySelectors).map(contextKeySelector));
  const size = textOrNull(MaxEventSize);
  return {
    AggregationConfigurations: sortedByContent(objectsOf(AggregationConfigurations).map(aggregation)),
    ...(contextKeys.length > 0 && { ContextKeySelectors: contextKeys }),
    ...(size && { MaxEventSize: size }),
  };
}

const aggregation = ({ EventCategory, Templates }: JsonObject): JsonObject => ({
  EventCategory: textOf(EventCategory),
  Templates: textsOf(Templates),
});

const contextKeySelector = ({ Equals, Type }: JsonObject): JsonObject => ({
  Equals: textsOf(Equals),
  Type: textOf(Type),
});
