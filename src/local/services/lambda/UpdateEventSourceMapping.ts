import type {
  EventSourceMappingConfiguration,
  UpdateEventSourceMappingRequest,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { checkQueue } from './event-source-mapping/check-queue.ts';
import { findMapping } from './event-source-mapping/find-mapping.ts';
import { mappingConfiguration } from './event-source-mapping/mapping.ts';
import { mappingSettings } from './event-source-mapping/mapping-settings.ts';
import { startPolling } from './event-source-mapping/start-polling.ts';
import { findFunction } from './find-function.ts';

export const UpdateEventSourceMapping: Operation<
  UpdateEventSourceMappingRequest,
  EventSourceMappingConfiguration
> = (input, call) => {
  const mapping = findMapping(input.UUID, call);
  const settings = mappingSettings(input, mapping.settings);
  const fn = findFunction(input.FunctionName ?? mapping.functionArn, call);
  if (settings.isEnabled) checkQueue(mapping.queueArn, fn, call);
  mapping.settings = settings;
  mapping.functionArn = fn.arn;
  mapping.modifiedAt = call.world.clock.now();
  startPolling(call.world, mapping);
  return mappingConfiguration(mapping, 'Updating');
};
