import type { ListFunctionsRequest, ListFunctionsResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { functionConfiguration } from './function-configuration.ts';
import { functionsOf } from './store.ts';

export const ListFunctions: Operation<ListFunctionsRequest, ListFunctionsResponse> = (input, call) => {
  refuseUnsupported(input, 'MasterRegion');
  const functions = [...functionsOf(call.world, call.accountId, call.region).values()];
  const { items, nextToken } = page(functions, {
    limit: Math.min(50, input.MaxItems ?? 50),
    token: input.Marker,
    badTokenCode: 'InvalidParameterValueException',
  });
  return { Functions: items.map(functionConfiguration), NextMarker: nextToken };
};
