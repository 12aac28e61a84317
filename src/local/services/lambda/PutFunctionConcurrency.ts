import type { Concurrency, PutFunctionConcurrencyRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { LEAST_UNRESERVED, unreservedConcurrency } from './concurrency-limit.ts';
import { findLatest } from './find-function.ts';
import { invalidParameter } from './lambda-error.ts';

/** A reservation of 0 throttles every invocation. */
export const PutFunctionConcurrency: Operation<PutFunctionConcurrencyRequest, Concurrency> = (
  input,
  call,
) => {
  const { FunctionName, ReservedConcurrentExecutions: wanted = 0 } = input;
  const fn = findLatest(FunctionName, call);
  const left = unreservedConcurrency(call.world, call.accountId, call.region, fn) - wanted;
  if (!Number.isInteger(wanted) || wanted < 0) {
    throw invalidParameter(`ReservedConcurrentExecutions must be 0 or more, not ${wanted}.`);
  }
  if (wanted > 0 && left < LEAST_UNRESERVED) {
    throw invalidParameter(
      `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${LEAST_UNRESERVED}].`,
    );
  }
  fn.reservedConcurrency = wanted;
  return { ReservedConcurrentExecutions: wanted };
};
