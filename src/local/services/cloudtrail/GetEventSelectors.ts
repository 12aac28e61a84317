import type { GetEventSelectorsRequest, GetEventSelectorsResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { findTrailToRead } from './find-trail.ts';
import { selectorsOutput } from './selectors-output.ts';

export const GetEventSelectors: Operation<GetEventSelectorsRequest, GetEventSelectorsResponse> = (
  input,
  call,
) => selectorsOutput(findTrailToRead(input.TrailName, call));
