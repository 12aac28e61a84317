import type {
  DeleteEventSourceMappingRequest,
  EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findMapping } from './event-source-mapping/find-mapping.ts';
import { mappingConfiguration } from './event-source-mapping/mapping.ts';
import { mappingsOf } from './store.ts';

export const DeleteEventSourceMapping: Operation<
  DeleteEventSourceMappingRequest,
  EventSourceMappingConfiguration
> = ({ UUID }, call) => {
  const mapping = findMapping(UUID, call);
  mapping.stop();
  mappingsOf(call.world, call.accountId, call.region).delete(mapping.uuid);
  return mappingConfiguration(mapping, 'Deleting');
};
