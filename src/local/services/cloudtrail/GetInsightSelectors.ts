import type { GetInsightSelectorsRequest, GetInsightSelectorsResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findTrailToRead } from './find-trail.ts';
import { refuseEventDataStores } from './refuse-event-data-stores.ts';

export const GetInsightSelectors: Operation<GetInsightSelectorsRequest, GetInsightSelectorsResponse> = (
  input,
  call,
) => {
  refuseEventDataStores(input);
  const { arn, insightSelectors } = findTrailToRead(input.TrailName, call);
  if (insightSelectors.length > 0) return { TrailARN: arn, InsightSelectors: [...insightSelectors] };
  throw new ServiceError('InsightNotEnabledException', `Trail ${arn} does not have Insights enabled.`);
};
