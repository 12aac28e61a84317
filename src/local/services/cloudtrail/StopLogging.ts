import type { StopLoggingRequest, StopLoggingResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { findTrailToChange } from './find-trail.ts';
import { writeTrail } from './trail-store.ts';

export const StopLogging: Operation<StopLoggingRequest, StopLoggingResponse> = (input, call) => {
  const trail = findTrailToChange(input.Name, call);
  if (trail.isLogging) {
    writeTrail(call, { ...trail, isLogging: false, stoppedAt: call.world.clock.now() });
  }
  return {};
};
