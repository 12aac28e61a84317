import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';

import { ATTEMPT_LIMITS } from './sdk-limits.ts';

/** The SDK, loaded when it is first needed: at a cold start, StartLogging has left by then. */
const loadSdk = () => import('@aws-sdk/client-cloudtrail');

type CloudTrailSdk = Awaited<ReturnType<typeof loadSdk>>;

/** CloudTrail in a Region, which may be another than the guard's: trails are written in their home Region only. */
export type CloudTrailIn = (
  region: string,
) => Promise<{ readonly sdk: CloudTrailSdk; readonly client: CloudTrailClient }>;

export function connectCloudTrail(): CloudTrailIn {
  const clients = new Map<string, CloudTrailClient>();
  return async (region) => {
    const sdk = await loadSdk();
    // Patient enough for 10 reads and 1 write a second, shared with everything else in the account.
    const client =
      clients.get(region) ?? new sdk.CloudTrailClient({ region, maxAttempts: 5, ...ATTEMPT_LIMITS });
    clients.set(region, client);
    return { sdk, client };
  };
}
