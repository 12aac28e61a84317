import type { CreateTrailResponse, Trail as DescribedTrail } from '@aws-sdk/client-cloudtrail';
import { isDefaultSelection } from './event-selectors.ts';
import type { Trail } from './trail.ts';

/** What CreateTrail and UpdateTrail answer. */
export const writtenTrail = ({ name, arn, settings }: Trail): CreateTrailResponse => ({
  Name: name,
  ...settings,
  TrailARN: arn,
  IsOrganizationTrail: false,
});

/** What GetTrail and DescribeTrails answer. */
export const describedTrail = (trail: Trail): DescribedTrail => ({
  ...writtenTrail(trail),
  HomeRegion: trail.homeRegion,
  HasCustomEventSelectors: !isDefaultSelection(trail.selectors),
  HasInsightSelectors: trail.insightSelectors.length > 0,
});
