import type { DisableFederationRequest, DisableFederationResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { activeEventDataStore, writeEventDataStore } from './find-event-data-store.ts';

export const DisableFederation: Operation<DisableFederationRequest, DisableFederationResponse> = (
  input,
  call,
) => {
  const found = activeEventDataStore(input.EventDataStore, call);
  writeEventDataStore(call, { ...found, federationRoleArn: undefined });
  return { EventDataStoreArn: found.arn, FederationStatus: 'DISABLED' };
};
