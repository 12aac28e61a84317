import type { UpdateTrailRequest, UpdateTrailResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { checkDestinations } from './check-destinations.ts';
import { findTrailToChange } from './find-trail.ts';
import { checkRoomFor } from './trail-limits.ts';
import { writtenTrail } from './trail-output.ts';
import { settingsAfter } from './trail-settings.ts';
import { writeTrail } from './trail-store.ts';

export const UpdateTrail: Operation<UpdateTrailRequest, UpdateTrailResponse> = (input, call) => {
  const before = findTrailToChange(input.Name, call);
  const trail = { ...before, settings: settingsAfter(input, call, before.settings) };
  if (trail.settings.IsMultiRegionTrail && !before.settings.IsMultiRegionTrail) checkRoomFor(trail, call);
  checkDestinations(trail.settings, trail.arn, call);
  writeTrail(call, trail);
  return writtenTrail(trail);
};
