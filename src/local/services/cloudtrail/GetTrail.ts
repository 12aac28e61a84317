import type { GetTrailRequest, GetTrailResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { findTrailToRead } from './find-trail.ts';
import { describedTrail } from './trail-output.ts';

export const GetTrail: Operation<GetTrailRequest, GetTrailResponse> = (input, call) => ({
  Trail: describedTrail(findTrailToRead(input.Name, call), call.world),
});
