import { RefusedError } from '../domain/errors.ts';
import type { Restorer } from '../domain/ports.ts';
import type { CloudTrailIn } from './cloudtrail-client.ts';

/** Answers that trying again does not change. */
export const REFUSALS: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'InvalidHomeRegionException',
  'NotOrganizationMasterAccountException',
  'OperationNotPermittedException',
  'TrailNotFoundException',
  'UnsupportedOperationException',
]);

/** Carries out steps through the trail's home Region. */
export const makeRestorer = (cloudTrailIn: CloudTrailIn): Restorer => ({
  async apply({ trailArn, homeRegion }) {
    const { sdk, client } = await cloudTrailIn(homeRegion);
    try {
      await client.send(new sdk.StartLoggingCommand({ Name: trailArn }));
    } catch (error) {
      if (error instanceof Error && REFUSALS.has(error.name)) {
        throw new RefusedError(error.name, error.message, { cause: error });
      }
      throw error;
    }
  },
});
