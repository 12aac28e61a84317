import type { DisableRegionRequest } from '@aws-sdk/client-account';
import type { Operation } from '../../endpoint/operation.ts';
import { addressedAccount } from './addressed-account.ts';
import { changeRegion } from './change-region.ts';

const disabling = { from: 'ENABLED', meanwhile: 'DISABLING', to: 'DISABLED' } as const;

/** What is in the Region stays there, out of reach. */
export const DisableRegion: Operation<DisableRegionRequest, object> = (
  { RegionName = '', AccountId },
  call,
) => {
  changeRegion(RegionName, addressedAccount(AccountId, call), disabling, call);
  return {};
};
