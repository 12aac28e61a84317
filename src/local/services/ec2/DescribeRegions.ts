import type { DescribeRegionsRequest, DescribeRegionsResult, Region } from '@aws-sdk/client-ec2';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { isRegionEnabled, regionStatus, regionsOf } from '../account/regions.ts';
import { stopDryRun } from './dry-run.ts';
import { passesFilters } from './filters.ts';

/** The Regions that the account has, or all of them, or those that are asked for. */
export const DescribeRegions: Operation<DescribeRegionsRequest, DescribeRegionsResult> = (input, call) => {
  stopDryRun(input);
  const names = regionsOf(call.partition);
  const unknown = (input.RegionNames ?? []).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new ServiceError('InvalidParameterValue', `Invalid region names: [${unknown.join(', ')}]`);
  }
  const isWanted = (name: string) =>
    input.RegionNames?.length
      ? input.RegionNames.includes(name)
      : input.AllRegions || isRegionEnabled(call.world, call.accountId, name);
  const regions = names.filter(isWanted).map((name) => regionOf(name, call));
  return { Regions: regions.filter((region) => passesFilters(input.Filters, propertiesOf(region))) };
};

function regionOf(RegionName: string, { world, accountId, partition }: Call) {
  const host = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const status = regionStatus(world, accountId, RegionName);
  const optIn = isRegionEnabled(world, accountId, RegionName) ? 'opted-in' : 'not-opted-in';
  return {
    RegionName,
    Endpoint: `ec2.${RegionName}.${host}`,
    OptInStatus: status === 'ENABLED_BY_DEFAULT' ? 'opt-in-not-required' : optIn,
  } satisfies Region;
}

const propertiesOf = ({ RegionName, Endpoint, OptInStatus }: ReturnType<typeof regionOf>) => ({
  endpoint: Endpoint,
  'opt-in-status': OptInStatus,
  'region-name': RegionName,
});
