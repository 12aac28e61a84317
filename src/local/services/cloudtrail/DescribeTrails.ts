import type { DescribeTrailsRequest, DescribeTrailsResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { isVisibleIn } from './trail.ts';
import { resolveTrailArn } from './trail-name.ts';
import { describedTrail } from './trail-output.ts';
import { trailsSeenBy } from './trail-store.ts';

/** Answers with the trails there are: one that is asked for and is not there is no error. */
export const DescribeTrails: Operation<DescribeTrailsRequest, DescribeTrailsResponse> = (input, call) => {
  const { trailNameList = [], includeShadowTrails = true } = input;
  const asked = new Set(trailNameList.map((nameOrArn) => resolveTrailArn(nameOrArn, call)));
  const trails = [...trailsSeenBy(call).values()]
    .filter((trail) => isVisibleIn(trail, call.region))
    .filter(({ homeRegion }) => includeShadowTrails || homeRegion === call.region)
    .filter(({ arn }) => asked.size === 0 || asked.has(arn));
  return { trailList: trails.map(describedTrail) };
};
