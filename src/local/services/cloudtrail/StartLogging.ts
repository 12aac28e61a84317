import type { StartLoggingRequest, StartLoggingResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { findTrailToChange } from './find-trail.ts';
import { writeTrail } from './trail-store.ts';

export const StartLogging: Operation<StartLoggingRequest, StartLoggingResponse> = (input, call) => {
  const trail = findTrailToChange(input.Name, call);
  if (!trail.isLogging) {
    writeTrail(call, { ...trail, isLogging: true, startedAt: call.world.clock.now() });
  }
  return {};
};
