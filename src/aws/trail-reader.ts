import type { JsonObject } from '../domain/json.ts';
import type { TrailReader } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';
import { namedTrails } from '../domain/standing.ts';
import type { Trail } from '../domain/trail.ts';
import { orNullFor } from './aws-error.ts';
import type { CallAws } from './call-aws.ts';
import { readDependencies } from './parts/read-dependencies.ts';
import { readTrailParts } from './parts/trail-parts.ts';
import { readTrailStatus } from './read-trail-status.ts';
import { readTrail, readTrails } from './read-trails.ts';

/**
 * Reads the trails a Region can see, and each through its home Region. While CloudTrail does not answer which trails
 * there are, those it named last count, and at a cold start those the owner named.
 */
export function makeTrailReader(callAws: CallAws, settings: Settings): TrailReader {
  const ask = (operation: string, region: string, input: JsonObject) =>
    callAws({ service: 'cloudtrail', operation, region, input });
  let known = namedTrails(settings);
  const former = new Map<string, Trail>();
  // A trail of one other Region is seen only there; its owner's word that it exists is enough to look.
  const elsewhere = known.filter(({ homeRegion }) => homeRegion !== settings.region);
  return {
    async listTrails() {
      try {
        const seen = readTrails(await ask('DescribeTrails', settings.region, { includeShadowTrails: true }));
        for (const trail of seen) former.set(trail.arn, trail);
        known = [...seen, ...elsewhere.filter(({ arn }) => !seen.some((trail) => trail.arn === arn))];
      } catch (error) {
        if (known.length === 0) throw error;
      }
      return known;
    },
    listFormerTrails: () => [...former.values()],
    async findTrail(arn, homeRegion) {
      const answer = await orNullFor(ask('GetTrail', homeRegion, { Name: arn }), ['TrailNotFoundException']);
      return answer && readTrail(answer.Trail);
    },
    readStatus: async ({ arn, homeRegion }) =>
      readTrailStatus(await ask('GetTrailStatus', homeRegion, { Name: arn })),
    readTrailParts: (trail) => readTrailParts(trail, callAws),
    readDependencies: (trailSettings, about) => readDependencies(trailSettings, about, callAws),
  };
}
