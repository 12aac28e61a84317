import type { TrailReader } from '../domain/ports.ts';
import type { CloudTrailIn } from './cloudtrail-client.ts';
import { readTrails } from './read-trails.ts';

/** Reads the trails a Region can see, and their status through their home Regions. */
export const makeTrailReader = (cloudTrailIn: CloudTrailIn, ownRegion: string): TrailReader => ({
  async listTrails() {
    const { sdk, client } = await cloudTrailIn(ownRegion);
    return readTrails(await client.send(new sdk.DescribeTrailsCommand({ includeShadowTrails: true })));
  },
  async readStatus({ arn, homeRegion }) {
    const { sdk, client } = await cloudTrailIn(homeRegion);
    const status = await client.send(new sdk.GetTrailStatusCommand({ Name: arn }));
    if (status.IsLogging === undefined) throw new Error('GetTrailStatus did not say whether the trail logs');
    return {
      isLogging: status.IsLogging,
      ...(status.StartLoggingTime && { startLoggingTime: status.StartLoggingTime.getTime() }),
      ...(status.StopLoggingTime && { stopLoggingTime: status.StopLoggingTime.getTime() }),
      ...(status.LatestDeliveryError && { latestDeliveryError: status.LatestDeliveryError }),
    };
  },
});
