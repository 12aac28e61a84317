import type { DescribeTrailsRequest, DescribeTrailsResponse } from '@aws-sdk/client-cloudtrail';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { isVisibleIn, type Trail } from './trail.ts';
import { resolveTrailArn } from './trail-name.ts';
import { describedTrail } from './trail-output.ts';
import { trailsSeenBy } from './trail-store.ts';

/** Answers with the trails there are: one that is asked for and is not there is no error. */
export const DescribeTrails: Operation<DescribeTrailsRequest, DescribeTrailsResponse> = (input, call) => {
  const { trailNameList = [], includeShadowTrails = true } = input;
  const asked = new Set(trailNameList.map((nameOrArn) => resolveTrailArn(nameOrArn, call)));
  const trails = [...trailsSeenBy(call).values()]
    .filter((trail) => isVisibleIn(trail, call.region))
    // To a member account, an organization trail is a shadow at home too.
    .filter((trail) => includeShadowTrails || isAtHome(trail, call))
    .filter(({ arn }) => asked.size === 0 || asked.has(arn));
  return { trailList: trails.map((trail) => describedTrail(trail, call.world)) };
};

const isAtHome = (trail: Trail, { accountId, region }: Call): boolean =>
  trail.homeRegion === region && trail.accountId === accountId;
