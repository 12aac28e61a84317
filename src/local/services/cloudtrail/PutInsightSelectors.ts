import type {
  InsightSelector,
  PutInsightSelectorsRequest,
  PutInsightSelectorsResponse,
} from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findTrailToChange } from './find-trail.ts';
import { refuseEventDataStores } from './refuse-event-data-stores.ts';
import { selectsManagementEvent } from './selection.ts';
import type { Selectors } from './trail.ts';
import { writeTrail } from './trail-store.ts';

/** Keeps the selectors; no Insights event is ever made here. An empty list turns Insights off. */
export const PutInsightSelectors: Operation<PutInsightSelectorsRequest, PutInsightSelectorsResponse> = (
  input,
  call,
) => {
  refuseEventDataStores(input, 'InsightsDestination');
  const trail = findTrailToChange(input.TrailName, call);
  const insightSelectors = (input.InsightSelectors ?? []).map((selector) => ({
    InsightType: selector.InsightType,
    EventCategories: selector.EventCategories?.length ? selector.EventCategories : ['Management' as const],
  }));
  checkInsightSelectors(insightSelectors, trail.selectors);
  writeTrail(call, { ...trail, insightSelectors });
  return { TrailARN: trail.arn, InsightSelectors: insightSelectors };
};

function checkInsightSelectors(insights: readonly InsightSelector[], selectors: Selectors): void {
  const types = insights.map(({ InsightType }) => InsightType);
  if (new Set(types).size < types.length) throw invalid('An Insights type can be selected only once.');
  const wrong = types.find((type) => type !== 'ApiCallRateInsight' && type !== 'ApiErrorRateInsight');
  if (wrong !== undefined) throw invalid(`${wrong} is not a valid Insights type.`);
  const management = insights.filter(({ EventCategories }) => EventCategories?.includes('Management'));
  const logs = (readOnly: boolean) =>
    selectsManagementEvent(selectors, { eventSource: 'cloudtrail.amazonaws.com', readOnly });
  if (management.some(({ InsightType }) => InsightType === 'ApiCallRateInsight') && !logs(false)) {
    throw invalid('ApiCallRateInsight needs a trail that logs write management events.');
  }
  if (management.length > 0 && !logs(false) && !logs(true)) {
    throw invalid('Insights on management events need a trail that logs management events.');
  }
}

const invalid = (message: string) => new ServiceError('InvalidInsightSelectorsException', message);
