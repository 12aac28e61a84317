import { partitionOf } from '../../endpoint/partition.ts';
import type { World } from '../../endpoint/world.ts';

/** Regions that every account has. */
const byDefault: readonly string[] = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'cn-north-1',
  'cn-northwest-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-gov-east-1',
  'us-gov-west-1',
  'us-west-1',
  'us-west-2',
];

/**
 * Regions that an account has once it opted in.
 * @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
const optIn: readonly string[] = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
];

export type RegionStatus = 'ENABLED' | 'ENABLING' | 'DISABLING' | 'DISABLED' | 'ENABLED_BY_DEFAULT';

/** What an account did about its opt-in Regions; the others are disabled. */
const store = { name: 'account.regions', create: () => new Map<string, RegionStatus>() };

/** How a Region stands for an account; undefined for a Region that AWS has not. */
export function regionStatus(world: World, accountId: string, region: string): RegionStatus | undefined {
  if (byDefault.includes(region)) return 'ENABLED_BY_DEFAULT';
  if (!optIn.includes(region)) return undefined;
  return world.store(store, accountId, 'aws-global').get(region) ?? 'DISABLED';
}

export const setRegionStatus = (
  world: World,
  accountId: string,
  region: string,
  status: RegionStatus,
): unknown => world.store(store, accountId, 'aws-global').set(region, status);

/** All Regions of a partition by name. */
export const regionsOf = (partition: string): readonly string[] =>
  [...byDefault, ...optIn].filter((region) => partitionOf(region) === partition).sort();

/** Whether an account's keys are good for anything in a Region. One that is being disabled still works. */
export function isRegionEnabled(world: World, accountId: string, region: string): boolean {
  const status = regionStatus(world, accountId, region);
  return status !== 'DISABLED' && status !== 'ENABLING';
}
