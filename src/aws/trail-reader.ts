import type { TrailReader } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';
import { namedTrails } from '../domain/standing.ts';
import type { Trail } from '../domain/trail.ts';
import type { CloudTrailIn } from './cloudtrail-client.ts';
import { readTrails } from './read-trails.ts';

/**
 * Reads the trails a Region can see, and their status through their home Regions. While CloudTrail does not answer which
 * trails there are, those it named last count, and at a cold start those the owner named.
 */
export function makeTrailReader(cloudTrailIn: CloudTrailIn, settings: Settings): TrailReader {
  let known = namedTrails(settings);
  const former = new Map<string, Trail>();
  // A trail of one other Region is seen only there; its owner's word that it exists is enough to look.
  const elsewhere = known.filter(({ homeRegion }) => homeRegion !== settings.region);
  return {
    async listTrails() {
      try {
        const { sdk, client } = await cloudTrailIn(settings.region);
        const seen = readTrails(
          await client.send(new sdk.DescribeTrailsCommand({ includeShadowTrails: true })),
        );
        for (const trail of seen) former.set(trail.arn, trail);
        known = [...seen, ...elsewhere.filter(({ arn }) => !seen.some((trail) => trail.arn === arn))];
      } catch (error) {
        if (known.length === 0) throw error;
      }
      return known;
    },
    listFormerTrails: () => [...former.values()],
    async readStatus({ arn, homeRegion }) {
      const { sdk, client } = await cloudTrailIn(homeRegion);
      const status = await client.send(new sdk.GetTrailStatusCommand({ Name: arn }));
      if (status.IsLogging === undefined)
        throw new Error('GetTrailStatus did not say whether the trail logs');
      return {
        isLogging: status.IsLogging,
        ...(status.StartLoggingTime && { startLoggingTime: status.StartLoggingTime.getTime() }),
        ...(status.StopLoggingTime && { stopLoggingTime: status.StopLoggingTime.getTime() }),
        ...(status.LatestDeliveryError && { latestDeliveryError: status.LatestDeliveryError }),
      };
    },
  };
}
