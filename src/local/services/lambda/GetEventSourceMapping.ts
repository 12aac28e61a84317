import type { EventSourceMappingConfiguration, GetEventSourceMappingRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findMapping } from './event-source-mapping/find-mapping.ts';
import { mappingConfiguration } from './event-source-mapping/mapping.ts';

export const GetEventSourceMapping: Operation<
  GetEventSourceMappingRequest,
  EventSourceMappingConfiguration
> = ({ UUID }, call) => mappingConfiguration(findMapping(UUID, call));
