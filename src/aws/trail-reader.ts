import { CloudTrailClient, DescribeTrailsCommand, GetTrailStatusCommand } from '@aws-sdk/client-cloudtrail';
import type { TrailReader } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';
import type { Trail, TrailStatus } from '../domain/trail.ts';
import { readTrails } from './read-trails.ts';

const clients = new Map<string, CloudTrailClient>();

/** The client of one Region. Reads are retried through the 10 requests a second that CloudTrail takes. */
export function cloudTrailClient(region: string): CloudTrailClient {
  const client = clients.get(region) ?? new CloudTrailClient({ region, maxAttempts: 6 });
  clients.set(region, client);
  return client;
}

/** Reads trails and their status, each through its home Region. */
export const makeTrailReader = ({ region }: Settings): TrailReader => ({
  async listTrails() {
    return readTrails(
      await cloudTrailClient(region).send(new DescribeTrailsCommand({ includeShadowTrails: true })),
    );
  },
  async readStatus({ arn, homeRegion }: Trail): Promise<TrailStatus> {
    const status = await cloudTrailClient(homeRegion).send(new GetTrailStatusCommand({ Name: arn }));
    if (status.IsLogging === undefined) throw new Error('GetTrailStatus did not say whether the trail logs');
    return {
      isLogging: status.IsLogging,
      ...(status.StartLoggingTime && { startLoggingTime: status.StartLoggingTime.getTime() }),
      ...(status.StopLoggingTime && { stopLoggingTime: status.StopLoggingTime.getTime() }),
      ...(status.LatestDeliveryError && { latestDeliveryError: status.LatestDeliveryError }),
    };
  },
});
