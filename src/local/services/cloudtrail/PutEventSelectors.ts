import type { PutEventSelectorsRequest, PutEventSelectorsResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { checkAdvancedEventSelectors } from './advanced-event-selectors.ts';
import { invalidSelectors, readEventSelectors } from './event-selectors.ts';
import { findTrailToChange } from './find-trail.ts';
import { selectorsOutput } from './selectors-output.ts';
import type { Selectors } from './trail.ts';
import { writeTrail } from './trail-store.ts';

/** Replaces all selectors of a trail, of both kinds. */
export const PutEventSelectors: Operation<PutEventSelectorsRequest, PutEventSelectorsResponse> = (
  input,
  call,
) => {
  const trail = findTrailToChange(input.TrailName, call);
  const changed = { ...trail, selectors: readSelectors(input) };
  writeTrail(call, changed);
  return selectorsOutput(changed);
};

function readSelectors({ EventSelectors, AdvancedEventSelectors }: PutEventSelectorsRequest): Selectors {
  // Clients that have no advanced selectors may send an empty list of them, and the other way round.
  if (EventSelectors?.length && AdvancedEventSelectors?.length) {
    throw invalidSelectors('A trail has either event selectors or advanced event selectors, not both.');
  }
  if (!AdvancedEventSelectors?.length) return { basic: readEventSelectors(EventSelectors ?? []) };
  checkAdvancedEventSelectors(AdvancedEventSelectors);
  return { advanced: AdvancedEventSelectors };
}
