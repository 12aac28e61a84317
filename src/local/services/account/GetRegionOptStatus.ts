import type { GetRegionOptStatusRequest, GetRegionOptStatusResponse } from '@aws-sdk/client-account';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { addressedAccount } from './addressed-account.ts';
import { regionStatus } from './regions.ts';

export const GetRegionOptStatus: Operation<GetRegionOptStatusRequest, GetRegionOptStatusResponse> = (
  { RegionName = '', AccountId },
  call,
) => {
  const status = regionStatus(call.world, addressedAccount(AccountId, call), RegionName);
  if (!status) throw new ServiceError('ValidationException', `There is no Region ${RegionName}.`);
  return { RegionName, RegionOptStatus: status };
};
