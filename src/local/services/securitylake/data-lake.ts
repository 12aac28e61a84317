import type { AwsLogSourceName, DataLakeConfiguration, DataLakeResource } from '@aws-sdk/client-securitylake';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

/** A source of AWS's own that an account sends to the lake of a Region. */
export interface LogSource {
  readonly accountId: string;
  readonly region: string;
  readonly sourceName: AwsLogSourceName;
  readonly sourceVersion: string;
}

/** An account's lakes, one in each Region, and what flows into them. */
interface Lakes {
  /** By Region. */
  readonly configurations: Map<string, DataLakeConfiguration>;
  /** By account, Region and name. */
  readonly sources: Map<string, LogSource>;
}

const store = {
  name: 'securitylake.lakes',
  create: (): Lakes => ({ configurations: new Map(), sources: new Map() }),
};

/** Whatever Region is asked, the lakes of all can be managed. */
export const lakesOf = ({ world, accountId }: Pick<Call, 'world' | 'accountId'>): Lakes =>
  world.store(store, accountId, 'aws-global');

/** What AWS sets up in minutes is there at once; no bucket is made, and nothing flows in. */
export const describeLake = (
  configuration: DataLakeConfiguration,
  { partition, accountId }: Call,
): DataLakeResource => ({
  ...configuration,
  encryptionConfiguration: configuration.encryptionConfiguration ?? { kmsKeyId: 'S3_MANAGED_KEY' },
  dataLakeArn: `arn:${partition}:securitylake:${configuration.region}:${accountId}:data-lake/default`,
  createStatus: 'COMPLETED',
});

/** @throws ServiceError `ResourceNotFoundException` for a Region without a lake */
export function checkLakes(regions: readonly string[], call: Call): void {
  const missing = regions.filter((region) => !lakesOf(call).configurations.has(region));
  if (missing.length === 0) return;
  throw new ServiceError(
    'ResourceNotFoundException',
    `Security Lake is not enabled in ${missing.join(', ')}.`,
    404,
  );
}

export const badRequest = (message: string): ServiceError => new ServiceError('BadRequestException', message);
