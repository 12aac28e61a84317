import type { ListTrailsRequest, ListTrailsResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { trailsSeenBy } from './trail-store.ts';

/** Lists the account's trails of every Region, on one page. */
export const ListTrails: Operation<ListTrailsRequest, ListTrailsResponse> = (_input, call) => ({
  Trails: [...trailsSeenBy(call).values()].map(({ name, arn, homeRegion }) => ({
    Name: name,
    TrailARN: arn,
    HomeRegion: homeRegion,
  })),
});
