import type { DeleteTrailRequest, DeleteTrailResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { findTrailToChange } from './find-trail.ts';
import { removeTrail } from './trail-store.ts';

export const DeleteTrail: Operation<DeleteTrailRequest, DeleteTrailResponse> = (input, call) => {
  removeTrail(call, findTrailToChange(input.Name, call));
  return {};
};
