import type { CreateTrailResponse, Trail as DescribedTrail } from '@aws-sdk/client-cloudtrail';
import type { World } from '../../endpoint/world.ts';
import { isDefaultSelection } from './event-selectors.ts';
import { isOrganizationTrail } from './organization-trails.ts';
import type { Trail } from './trail.ts';

/** What CreateTrail and UpdateTrail answer. */
export const writtenTrail = (trail: Trail, world: World): CreateTrailResponse => ({
  Name: trail.name,
  ...trail.settings,
  TrailARN: trail.arn,
  IsOrganizationTrail: isOrganizationTrail(world, trail),
});

/** What GetTrail and DescribeTrails answer. */
export const describedTrail = (trail: Trail, world: World): DescribedTrail => ({
  ...writtenTrail(trail, world),
  HomeRegion: trail.homeRegion,
  HasCustomEventSelectors: !isDefaultSelection(trail.selectors),
  HasInsightSelectors: trail.insightSelectors.length > 0,
});
