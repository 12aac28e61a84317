import type { EnableRegionRequest } from '@aws-sdk/client-account';
import type { Operation } from '../../endpoint/operation.ts';
import { addressedAccount } from './addressed-account.ts';
import { changeRegion } from './change-region.ts';

const enabling = { from: 'DISABLED', meanwhile: 'ENABLING', to: 'ENABLED' } as const;

export const EnableRegion: Operation<EnableRegionRequest, object> = (
  { RegionName = '', AccountId },
  call,
) => {
  changeRegion(RegionName, addressedAccount(AccountId, call), enabling, call);
  return {};
};
