import type { GetAccountSettingsRequest, GetAccountSettingsResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { ACCOUNT_CONCURRENCY, unreservedConcurrency } from './concurrency-limit.ts';
import { functionsOf } from './store.ts';

const MEGABYTE = 1024 * 1024;

export const GetAccountSettings: Operation<GetAccountSettingsRequest, GetAccountSettingsResponse> = (
  _input,
  { world, accountId, region },
) => {
  const functions = [...functionsOf(world, accountId, region).values()];
  return {
    AccountLimit: {
      TotalCodeSize: 75 * 1024 * MEGABYTE,
      CodeSizeUnzipped: 250 * MEGABYTE,
      CodeSizeZipped: 50 * MEGABYTE,
      ConcurrentExecutions: ACCOUNT_CONCURRENCY,
      UnreservedConcurrentExecutions: unreservedConcurrency(world, accountId, region),
    },
    AccountUsage: {
      TotalCodeSize: functions.reduce((sum, { code }) => sum + code.bytes, 0),
      FunctionCount: functions.length,
    },
  };
};
