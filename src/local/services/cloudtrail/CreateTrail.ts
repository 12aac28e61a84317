import { randomUUID } from 'node:crypto';
import type { CreateTrailRequest, CreateTrailResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { checkDestinations } from './check-destinations.ts';
import { checkLogGroupIsCallers } from './check-log-group.ts';
import { checkOrganizationBucket } from './check-organization-bucket.ts';
import { DEFAULT_SELECTORS } from './event-selectors.ts';
import { organizationTrailOwner } from './organization-trails.ts';
import { withTags } from './tags.ts';
import type { Trail } from './trail.ts';
import { checkRoomFor } from './trail-limits.ts';
import { checkTrailName, trailArnOf } from './trail-name.ts';
import { writtenTrail } from './trail-output.ts';
import { settingsAfter } from './trail-settings.ts';
import { trailsOf, writeTrail } from './trail-store.ts';

/** Makes a trail that does not log yet: that takes a StartLogging. The management account owns every organization trail. */
export const CreateTrail: Operation<CreateTrailRequest, CreateTrailResponse> = async (input, call) => {
  const name = input.Name ?? '';
  checkTrailName(name);
  const organizations = input.IsOrganizationTrail ? await organizationTrailOwner(call) : undefined;
  const accountId = organizations?.accountId ?? call.accountId;
  const trail: Trail = {
    id: randomUUID(),
    name,
    arn: trailArnOf(name, { ...call, accountId }),
    accountId,
    homeRegion: call.region,
    settings: settingsAfter(input, call),
    ...(organizations && { organization: organizations.link }),
    isLogging: false,
    selectors: DEFAULT_SELECTORS,
    insightSelectors: [],
    aggregations: [],
    tags: withTags(new Map(), input.TagsList ?? []),
  };
  if (trailsOf(call.world, accountId).has(trail.arn)) {
    throw new ServiceError(
      'TrailAlreadyExistsException',
      `Trail ${name} already exists for customer: ${accountId}`,
    );
  }
  checkRoomFor(trail, call);
  checkLogGroupIsCallers(input, call);
  checkDestinations(trail.settings, trail.arn, { ...call, accountId: trail.accountId });
  checkOrganizationBucket(trail, call);
  writeTrail(call, trail);
  return writtenTrail(trail, call.world);
};
