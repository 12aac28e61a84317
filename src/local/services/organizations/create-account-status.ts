import type { CreateAccountStatus } from '@aws-sdk/client-organizations';
import type { AccountRequest } from './store.ts';

/** What became of a request for an account. */
export const createAccountStatus = (request: AccountRequest): CreateAccountStatus => ({
  Id: request.id,
  AccountName: request.accountName,
  State: 'SUCCEEDED',
  RequestedTimestamp: new Date(request.requestedAt),
  CompletedTimestamp: new Date(request.requestedAt),
  AccountId: request.accountId,
});
