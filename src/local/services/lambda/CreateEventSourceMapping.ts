import { randomUUID } from 'node:crypto';
import type {
  CreateEventSourceMappingRequest,
  EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { checkQueue } from './event-source-mapping/check-queue.ts';
import { type EventSourceMapping, mappingConfiguration } from './event-source-mapping/mapping.ts';
import { mappingSettings } from './event-source-mapping/mapping-settings.ts';
import { startPolling } from './event-source-mapping/start-polling.ts';
import { findFunction } from './find-function.ts';
import { conflict } from './lambda-error.ts';
import { mappingsOf } from './store.ts';
import { addTags } from './tags.ts';

export const CreateEventSourceMapping: Operation<
  CreateEventSourceMappingRequest,
  EventSourceMappingConfiguration
> = (input, call) => {
  const { world, accountId, region, partition } = call;
  const { FunctionName, EventSourceArn: queueArn = '', Tags = {} } = input;
  const settings = mappingSettings(input);
  const fn = findFunction(FunctionName, call);
  checkQueue(queueArn, fn, call);
  const mappings = mappingsOf(world, accountId, region);
  refuseSecond(mappings.values(), queueArn, fn.arn);
  const uuid = randomUUID();
  const mapping: EventSourceMapping = {
    uuid,
    arn: `arn:${partition}:lambda:${region}:${accountId}:event-source-mapping:${uuid}`,
    queueArn,
    functionArn: fn.arn,
    tags: new Map(),
    settings,
    modifiedAt: world.clock.now(),
    lastProcessingResult: 'No records processed',
    stop: () => {},
  };
  addTags(mapping.tags, Tags);
  mappings.set(uuid, mapping);
  startPolling(world, mapping);
  return mappingConfiguration(mapping, 'Creating');
};

function refuseSecond(mappings: Iterable<EventSourceMapping>, queueArn: string, functionArn: string): void {
  for (const mapping of mappings) {
    if (mapping.queueArn !== queueArn || mapping.functionArn !== functionArn) continue;
    throw conflict(
      `The event source arn ("${queueArn}") and function ("${functionArn}") provided mapping already exists. Please update or delete the existing mapping with UUID ${mapping.uuid}`,
    );
  }
}
