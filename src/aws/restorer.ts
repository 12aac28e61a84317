import { StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { RefusedError } from '../domain/errors.ts';
import type { Restorer } from '../domain/ports.ts';
import { cloudTrailClient } from './trail-reader.ts';

/** Answers that trying again does not change. */
const REFUSALS = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'InvalidHomeRegionException',
  'NotOrganizationMasterAccountException',
  'OperationNotPermittedException',
  'TrailNotFoundException',
  'UnsupportedOperationException',
]);

/** Carries out steps through the trail's home Region. */
export const restorer: Restorer = {
  async apply({ trailArn, homeRegion }) {
    try {
      await cloudTrailClient(homeRegion).send(new StartLoggingCommand({ Name: trailArn }));
    } catch (error) {
      if (error instanceof Error && REFUSALS.has(error.name)) {
        throw new RefusedError(error.name, error.message, { cause: error });
      }
      throw error;
    }
  },
};
