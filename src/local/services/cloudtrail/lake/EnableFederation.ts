import type { EnableFederationRequest, EnableFederationResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { findRole } from '../../iam/store.ts';
import { activeEventDataStore, writeEventDataStore } from './find-event-data-store.ts';
import { invalidParameter } from './store-settings.ts';

/** Nothing is federated here but the word for it. */
export const EnableFederation: Operation<EnableFederationRequest, EnableFederationResponse> = (
  input,
  call,
) => {
  const found = activeEventDataStore(input.EventDataStore, call);
  const role = findRole(call.world, input.FederationRoleArn ?? '');
  if (!role) throw invalidParameter(`The role ${input.FederationRoleArn} does not exist.`);
  writeEventDataStore(call, { ...found, federationRoleArn: role.arn });
  return { EventDataStoreArn: found.arn, FederationStatus: 'ENABLED', FederationRoleArn: role.arn };
};
