import type {
  AggregationConfiguration,
  PutEventConfigurationRequest,
  PutEventConfigurationResponse,
} from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findTrailToChange } from './find-trail.ts';
import { refuseEventDataStores } from './refuse-event-data-stores.ts';
import { writeTrail } from './trail-store.ts';

const TEMPLATES: readonly unknown[] = ['API_ACTIVITY', 'RESOURCE_ACCESS', 'USER_ACTIONS'];

/** Keeps the aggregation settings of a trail; nothing is aggregated here. */
export const PutEventConfiguration: Operation<PutEventConfigurationRequest, PutEventConfigurationResponse> = (
  input,
  call,
) => {
  // The size of events and context keys belong to event data stores.
  refuseEventDataStores(input, 'MaxEventSize', 'ContextKeySelectors');
  const trail = findTrailToChange(input.TrailName, call);
  const aggregations = input.AggregationConfigurations ?? [];
  for (const aggregation of aggregations) checkAggregation(aggregation);
  writeTrail(call, { ...trail, aggregations });
  return { TrailARN: trail.arn, AggregationConfigurations: aggregations };
};

function checkAggregation({ Templates = [], EventCategory }: AggregationConfiguration): void {
  const isKnown = Templates.length > 0 && Templates.every((template) => TEMPLATES.includes(template));
  if (isKnown && EventCategory === 'Data') return;
  throw new ServiceError('InvalidParameterException', 'The aggregation configuration is not valid.');
}
