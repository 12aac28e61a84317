import type { GetEventConfigurationRequest, GetEventConfigurationResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { checkOneTarget } from './event-configuration-target.ts';
import { findTrailToRead } from './find-trail.ts';
import { storeConfiguration } from './lake/event-configuration.ts';
import { findEventDataStore } from './lake/find-event-data-store.ts';

export const GetEventConfiguration: Operation<GetEventConfigurationRequest, GetEventConfigurationResponse> = (
  input,
  call,
) => {
  checkOneTarget(input);
  if (input.EventDataStore) return storeConfiguration(findEventDataStore(input.EventDataStore, call));
  const { arn, aggregations } = findTrailToRead(input.TrailName, call);
  return { TrailARN: arn, AggregationConfigurations: [...aggregations] };
};
