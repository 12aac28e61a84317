import { asJsonObject, type JsonObject } from '../json.ts';
import type { InsightSelector } from '../parts.ts';
import { objectsOf, sortedByContent, textOf, textsOf } from './fields.ts';

/**
 * Insights of a trail, from GetInsightSelectors' answer or the list itself. `EventCategories` stays out where it is not
 * told: AWS then means management events, but an SDK that is older than the field drops it as well.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_InsightSelector.html
 */
export function canonicalInsightSelectors(answer: unknown): readonly InsightSelector[] {
  const list = Array.isArray(answer) ? answer : asJsonObject(answer).InsightSelectors;
  return sortedByContent(objectsOf(list).map(insightSelector));
}

function insightSelector({ InsightType, EventCategories }: JsonObject): InsightSelector {
  const categories = textsOf(EventCategories);
  return {
    InsightType: textOf(InsightType),
    ...(categories.length > 0 && { EventCategories: categories }),
  };
}
