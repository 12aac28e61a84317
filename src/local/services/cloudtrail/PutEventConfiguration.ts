import type {
  AggregationConfiguration,
  PutEventConfigurationRequest,
  PutEventConfigurationResponse,
} from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { checkOneTarget, invalidCombination } from './event-configuration-target.ts';
import { findTrailToChange } from './find-trail.ts';
import { putStoreConfiguration } from './lake/event-configuration.ts';
import { writeTrail } from './trail-store.ts';

const TEMPLATES: readonly unknown[] = ['API_ACTIVITY', 'RESOURCE_ACCESS', 'USER_ACTIONS'];

/** Keeps the aggregation settings of a trail, or the event settings of an event data store; nothing is aggregated here. */
export const PutEventConfiguration: Operation<PutEventConfigurationRequest, PutEventConfigurationResponse> = (
  input,
  call,
) => {
  checkOneTarget(input);
  checkBelonging(input);
  if (input.EventDataStore) return putStoreConfiguration(input, call);
  const trail = findTrailToChange(input.TrailName, call);
  const aggregations = input.AggregationConfigurations ?? [];
  if (aggregations.length > 1) throw invalid('A trail has at most one aggregation configuration.');
  for (const aggregation of aggregations) checkAggregation(aggregation);
  writeTrail(call, { ...trail, aggregations });
  return { TrailARN: trail.arn, AggregationConfigurations: aggregations };
};

/** Aggregations belong to trails, the size of events and context keys to event data stores. */
function checkBelonging(input: PutEventConfigurationRequest): void {
  const foreign = input.EventDataStore
    ? (['AggregationConfigurations'] as const)
    : (['MaxEventSize', 'ContextKeySelectors'] as const);
  const given = foreign.find((name) => input[name] !== undefined);
  if (given) throw invalidCombination(`${given} cannot be given here.`);
}

function checkAggregation({ Templates = [], EventCategory }: AggregationConfiguration): void {
  const isKnown = Templates.length > 0 && Templates.every((template) => TEMPLATES.includes(template));
  if (isKnown && EventCategory === 'Data') return;
  throw invalid('The aggregation configuration is not valid.');
}

const invalid = (message: string) => new ServiceError('InvalidParameterException', message);
