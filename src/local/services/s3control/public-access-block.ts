import type {
  DeletePublicAccessBlockRequest,
  GetPublicAccessBlockOutput,
  GetPublicAccessBlockRequest,
  PutPublicAccessBlockRequest,
} from '@aws-sdk/client-s3-control';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { accountSettingOf, completeBlock } from '../s3/account-public-access-block.ts';
import { noPublicAccessBlock } from '../s3/public-access-block.ts';
import { checkOwnAccount } from './own-account.ts';

export const PutPublicAccessBlock: Operation<PutPublicAccessBlockRequest, void> = (input, call) => {
  ownSetting(input.AccountId, call).block = completeBlock(input.PublicAccessBlockConfiguration);
};

export const GetPublicAccessBlock: Operation<GetPublicAccessBlockRequest, GetPublicAccessBlockOutput> = (
  input,
  call,
) => {
  const { block } = ownSetting(input.AccountId, call);
  if (!block) throw noPublicAccessBlock();
  return { PublicAccessBlockConfiguration: block };
};

export const DeletePublicAccessBlock: Operation<DeletePublicAccessBlockRequest, void> = (input, call) => {
  ownSetting(input.AccountId, call).block = undefined;
};

function ownSetting(accountId: string | undefined, call: Call) {
  checkOwnAccount(accountId, call);
  return accountSettingOf(call.world, call.accountId);
}
