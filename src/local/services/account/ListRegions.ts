import type { ListRegionsRequest, ListRegionsResponse } from '@aws-sdk/client-account';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { addressedAccount } from './addressed-account.ts';
import { regionStatus, regionsOf } from './regions.ts';

const MAX_RESULTS = 50;

export const ListRegions: Operation<ListRegionsRequest, ListRegionsResponse> = (input, call) => {
  const accountId = addressedAccount(input.AccountId, call);
  const wanted = input.RegionOptStatusContains;
  const regions = regionsOf(call.partition).flatMap((RegionName) => {
    const RegionOptStatus = regionStatus(call.world, accountId, RegionName);
    const isWanted = RegionOptStatus && (!wanted?.length || wanted.includes(RegionOptStatus));
    return isWanted ? [{ RegionName, RegionOptStatus }] : [];
  });
  const { items, nextToken } = page(regions, {
    limit: input.MaxResults ?? MAX_RESULTS,
    token: input.NextToken,
    badTokenCode: 'ValidationException',
  });
  return { Regions: items, NextToken: nextToken };
};
