import type { SSEDescription, SSESpecification } from '@aws-sdk/client-dynamodb';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { lookUpKey } from '../kms/find-key.ts';
import { type Key, regionOf } from '../kms/key.ts';
import { mayUseThrough } from '../kms/through-service.ts';
import type { Table } from './store.ts';
import { validation } from './validation.ts';

/**
 * What DynamoDB needs of a key, in the name of whoever chooses it for a table.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html#dynamodb-customer-cmk-policy
 */
const TO_CHOOSE = [
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** Of readers and writers alike: only the table's key is decrypted in their name. */
const TO_USE = ['kms:Decrypt'];

/** DynamoDB's own key in each account, which lets in all that use DynamoDB. */
const MANAGED = 'alias/aws/dynamodb';

/**
 * How a table's encryption is described; undefined under the key DynamoDB owns, which is the default.
 * @throws ServiceError `ValidationException`, `AccessDeniedException` for a key that cannot be chosen
 */
export function encryptionOf(
  specification: SSESpecification | undefined,
  tableName: string,
  call: Call,
): SSEDescription | undefined {
  if (!specification?.Enabled) return undefined;
  const { KMSMasterKeyId: reference, SSEType } = specification;
  if (reference !== undefined && SSEType !== 'KMS') {
    throw validation(
      'One or more parameter values were invalid: SSEType KMS is required if KMSMasterKeyId is specified',
    );
  }
  const KMSMasterKeyArn =
    reference === undefined || reference === MANAGED
      ? `arn:${call.partition}:kms:${call.region}:${call.accountId}:${MANAGED}`
      : chosenKey(reference, tableName, call).arn;
  return { Status: 'ENABLED', SSEType: 'KMS', KMSMasterKeyArn };
}

function chosenKey(reference: string, tableName: string, call: Call): Key {
  const key = usableKey(reference, call);
  requireAllowed(key, TO_CHOOSE, tableName, call);
  return key;
}

/**
 * Lets a caller read and write a table only with the key it is encrypted with. AWS asks again for a table's key that was
 * not used for five minutes; here it is asked each time.
 * @throws ServiceError `ValidationException`, `AccessDeniedException`
 */
export function checkEncryption({ name, encryption }: Table, call: Call): void {
  const reference = encryption?.KMSMasterKeyArn;
  if (!reference || isManaged(reference)) return;
  requireAllowed(usableKey(reference, call), TO_USE, name, call);
}

/** Whether DynamoDB can still come at a table's data. */
export function isAccessible({ encryption }: Table, call: Call): boolean {
  const reference = encryption?.KMSMasterKeyArn;
  return !reference || isManaged(reference) || lookUpKey(call.world, reference, call)?.state === 'Enabled';
}

const isManaged = (reference: string) => reference.endsWith(MANAGED);

/** The wording is DynamoDB's, around that of the SDK it uses KMS with itself. */
function usableKey(reference: string, call: Call): Key {
  const key = lookUpKey(call.world, reference, call);
  if (!key || regionOf(key) !== call.region) {
    throw validation(kmsError('validation', 'NotFoundException', `Key '${reference}' does not exist`));
  }
  if (key.state === 'Enabled') return key;
  if (key.state === 'Disabled') {
    throw validation(kmsError('key disabled', 'DisabledException', `${key.arn} is disabled.`));
  }
  const why = key.state === 'PendingDeletion' ? 'pending deletion' : 'not in a valid state';
  throw validation(kmsError('validation', 'KMSInvalidStateException', `${key.arn} is ${why}.`));
}

/** @see https://github.com/aws/aws-cdk/issues/10010 (the wording) */
function requireAllowed(key: Key, actions: readonly string[], tableName: string, call: Call): void {
  const use = {
    service: 'dynamodb',
    region: call.region,
    encryptionContext: {
      'aws:dynamodb:tableName': tableName,
      'aws:dynamodb:subscriberId': call.accountId,
    },
  };
  if (mayUseThrough(call.world, key, call.caller, actions, use)) return;
  const why =
    'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.';
  throw new ServiceError(
    'AccessDeniedException',
    kmsError('key access denied', 'AWSKMSException', why, 'AccessDeniedException'),
  );
}

const kmsError = (what: string, exception: string, why: string, code = exception) =>
  `KMS ${what} error: com.amazonaws.services.kms.model.${exception}: ${why} (Service: AWSKMS; Status Code: 400; Error Code: ${code})`;
