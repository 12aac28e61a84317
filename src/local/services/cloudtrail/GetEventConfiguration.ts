import type { GetEventConfigurationRequest, GetEventConfigurationResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { findTrailToRead } from './find-trail.ts';
import { refuseEventDataStores } from './refuse-event-data-stores.ts';

export const GetEventConfiguration: Operation<GetEventConfigurationRequest, GetEventConfigurationResponse> = (
  input,
  call,
) => {
  refuseEventDataStores(input);
  const { arn, aggregations } = findTrailToRead(input.TrailName, call);
  return { TrailARN: arn, AggregationConfigurations: [...aggregations] };
};
