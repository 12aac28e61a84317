import type { Restorer } from '../domain/ports.ts';
import type { CloudTrailIn } from './cloudtrail-client.ts';
import { toDomainError } from './refusal.ts';

/** Carries out steps through the trail's home Region. */
export const makeRestorer = (cloudTrailIn: CloudTrailIn): Restorer => ({
  async apply({ trailArn, homeRegion }) {
    const { sdk, client } = await cloudTrailIn(homeRegion);
    await client.send(new sdk.StartLoggingCommand({ Name: trailArn })).catch((error: unknown) => {
      throw toDomainError(error);
    });
  },
});
