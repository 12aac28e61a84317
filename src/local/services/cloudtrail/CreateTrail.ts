import { randomUUID } from 'node:crypto';
import type { CreateTrailRequest, CreateTrailResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { checkDestinations } from './check-destinations.ts';
import { DEFAULT_SELECTORS } from './event-selectors.ts';
import { withTags } from './tags.ts';
import type { Trail } from './trail.ts';
import { checkRoomFor } from './trail-limits.ts';
import { checkTrailName, trailArnOf } from './trail-name.ts';
import { writtenTrail } from './trail-output.ts';
import { settingsAfter } from './trail-settings.ts';
import { trailsOf, writeTrail } from './trail-store.ts';

/** Makes a trail that does not log yet: that takes a StartLogging. */
export const CreateTrail: Operation<CreateTrailRequest, CreateTrailResponse> = (input, call) => {
  const name = input.Name ?? '';
  checkTrailName(name);
  const trail: Trail = {
    id: randomUUID(),
    name,
    arn: trailArnOf(name, call),
    accountId: call.accountId,
    homeRegion: call.region,
    settings: settingsAfter(input, call),
    isLogging: false,
    selectors: DEFAULT_SELECTORS,
    insightSelectors: [],
    aggregations: [],
    tags: withTags(new Map(), input.TagsList ?? []),
  };
  if (trailsOf(call.world, call.accountId).has(trail.arn)) {
    throw new ServiceError(
      'TrailAlreadyExistsException',
      `Trail ${name} already exists for customer: ${call.accountId}`,
    );
  }
  checkRoomFor(trail, call);
  checkDestinations(trail.settings, trail.arn, call);
  writeTrail(call, trail);
  return writtenTrail(trail);
};
