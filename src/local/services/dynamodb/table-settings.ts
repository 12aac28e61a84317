import type { BillingMode, ProvisionedThroughput } from '@aws-sdk/client-dynamodb';
import { validation } from './validation.ts';

interface Billing {
  readonly BillingMode?: BillingMode | undefined;
  readonly ProvisionedThroughput?: ProvisionedThroughput | undefined;
}

/** @throws ServiceError `ValidationException` when mode and throughput contradict each other */
export function billingOf({ BillingMode: mode = 'PROVISIONED', ProvisionedThroughput: throughput }: Billing) {
  if (mode === 'PAY_PER_REQUEST' && throughput) {
    throw validation(
      'One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    );
  }
  if (mode === 'PROVISIONED' && !throughput) {
    throw validation(
      'One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    );
  }
  return { billingMode: mode, throughput };
}
