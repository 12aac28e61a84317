import type { ListEventSourceMappingsRequest, ListEventSourceMappingsResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { mappingConfiguration } from './event-source-mapping/mapping.ts';
import { findFunction } from './find-function.ts';
import { mappingsOf } from './store.ts';

export const ListEventSourceMappings: Operation<
  ListEventSourceMappingsRequest,
  ListEventSourceMappingsResponse
> = (input, call) => {
  const { EventSourceArn, FunctionName, MaxItems: limit = 100, Marker: token } = input;
  const functionArn = FunctionName === undefined ? undefined : findFunction(FunctionName, call).arn;
  const matching = [...mappingsOf(call.world, call.accountId, call.region).values()].filter(
    (mapping) =>
      (EventSourceArn ?? mapping.queueArn) === mapping.queueArn &&
      (functionArn ?? mapping.functionArn) === mapping.functionArn,
  );
  const { items, nextToken } = page(matching, {
    limit,
    token,
    badTokenCode: 'InvalidParameterValueException',
  });
  return {
    EventSourceMappings: items.map((mapping) => mappingConfiguration(mapping)),
    NextMarker: nextToken,
  };
};
