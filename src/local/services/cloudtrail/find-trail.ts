import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { checkManagesTrails } from './organization-trails.ts';
import { isVisibleIn, type Trail } from './trail.ts';
import { resolveTrailArn } from './trail-name.ts';
import { trailsIn, trailsSeenBy } from './trail-store.ts';

/**
 * Finds the trail that a call changes, which must be made in the trail's home Region.
 * @throws ServiceError `TrailNotFoundException`, also for a shadow trail by its bare name; `InvalidHomeRegionException`;
 * `NotOrganizationMasterAccountException` for an organization trail, unless the account administers CloudTrail
 */
export function findTrailToChange(nameOrArn: string | undefined, call: Call): Trail {
  const arn = resolveTrailArn(nameOrArn, call);
  const trail = trailsIn(call.world, call.accountId).get(arn);
  if (!trail) throw unknownTrail(arn, call);
  if (trail.accountId !== call.accountId) checkManagesTrails(call);
  if (trail.homeRegion === call.region) return trail;
  throw new ServiceError(
    'InvalidHomeRegionException',
    `The trail ${arn} can only be changed in its home Region ${trail.homeRegion}, not in ${call.region}.`,
  );
}

/**
 * Finds the trail that a call reads: at home by name or ARN, its shadow in another Region by ARN only.
 * @throws ServiceError `TrailNotFoundException`
 */
export function findTrailToRead(nameOrArn: string | undefined, call: Call): Trail {
  const arn = resolveTrailArn(nameOrArn, call);
  const trail = trailsSeenBy(call).get(arn);
  if (!trail || !isVisibleIn(trail, call.region)) throw unknownTrail(arn, call);
  return trail;
}

const unknownTrail = (arn: string, { accountId }: Call) =>
  new ServiceError('TrailNotFoundException', `Unknown trail: ${arn} for the user: ${accountId}`);
