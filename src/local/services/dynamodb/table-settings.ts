import type {
  BillingMode,
  ProvisionedThroughput,
  SSEDescription,
  SSESpecification,
} from '@aws-sdk/client-dynamodb';
import type { Call } from '../../endpoint/operation.ts';
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

/** How a table's encryption is described; undefined under the key DynamoDB owns, which is the default. */
export function encryptionOf(
  specification: SSESpecification | undefined,
  { partition, region, accountId }: Call,
): SSEDescription | undefined {
  if (!specification?.Enabled) return undefined;
  const key = specification.KMSMasterKeyId ?? 'alias/aws/dynamodb';
  const KMSMasterKeyArn = key.startsWith('arn:')
    ? key
    : `arn:${partition}:kms:${region}:${accountId}:${key.startsWith('alias/') ? key : `key/${key}`}`;
  return { Status: 'ENABLED', SSEType: 'KMS', KMSMasterKeyArn };
}
