import { createHash } from 'node:crypto';
import type { PutObjectRequest } from '@aws-sdk/client-s3';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { lookUpKey } from '../kms/find-key.ts';
import { decisionOnKey } from '../kms/key-access.ts';
import { encryptionObstacle } from '../kms/key-state.ts';
import type { Bucket, ObjectContent, ObjectEncryption } from './bucket.ts';
import { accessDenied, invalidArgument, invalidRequest } from './s3-error.ts';

type Wanted = Pick<
  PutObjectRequest,
  'ServerSideEncryption' | 'SSEKMSKeyId' | 'SSECustomerAlgorithm' | 'SSECustomerKey' | 'SSECustomerKeyMD5'
>;

/**
 * How an object is to be encrypted: as the request says, else as the bucket does. A caller who cannot use the key cannot
 * write.
 * @throws ServiceError `KMS.…Exception`, `AccessDenied`, `InvalidArgument`
 */
export function encryptionFor(bucket: Bucket, wanted: Wanted, call: Call): ObjectEncryption {
  const customerKeyMd5 = customerKeyOf(wanted);
  if (customerKeyMd5) return { algorithm: 'AES256', customerKeyMd5 };
  if (wanted.SSEKMSKeyId && !wanted.ServerSideEncryption?.startsWith('aws:kms')) throw keyWithoutKms();
  const { algorithm, keyId } = wanted.ServerSideEncryption
    ? { algorithm: wanted.ServerSideEncryption, keyId: wanted.SSEKMSKeyId }
    : defaultOf(bucket);
  if (algorithm === 'AES256' || algorithm === undefined) return { algorithm: 'AES256' };
  if (algorithm !== 'aws:kms' && algorithm !== 'aws:kms:dsse') {
    throw invalidArgument('The encryption method specified is not supported');
  }
  // Without a key it is the one that AWS manages for S3 in the account.
  if (!keyId) return { algorithm };
  return { algorithm, kmsKeyArn: useKey(keyId, 'kms:GenerateDataKey', bucket, call) };
}

/** What a bucket encrypts with when a request says nothing. */
export function defaultOf({ settings }: Bucket) {
  const rule = settings.encryption?.Rules?.[0]?.ApplyServerSideEncryptionByDefault;
  return { algorithm: rule?.SSEAlgorithm, keyId: rule?.KMSMasterKeyID };
}

/**
 * Lets only those read who have, or may use, the key that an object was encrypted with.
 * @throws ServiceError `InvalidRequest`, `KMS.…Exception`, `AccessDenied`
 */
export function checkReadable(
  { encryption }: ObjectContent,
  given: Wanted,
  bucket: Bucket,
  call: Call,
): void {
  const customerKeyMd5 = customerKeyOf(given);
  if (encryption.customerKeyMd5 !== undefined && customerKeyMd5 === undefined) {
    throw invalidRequest(
      'The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.',
    );
  }
  if (customerKeyMd5 !== encryption.customerKeyMd5) throw accessDenied();
  if (encryption.kmsKeyArn) useKey(encryption.kmsKeyArn, 'kms:Decrypt', bucket, call);
}

/** What S3 tells of an object's encryption in the headers of its answers. */
export const describeEncryption = ({ algorithm, kmsKeyArn, customerKeyMd5 }: ObjectEncryption) =>
  customerKeyMd5
    ? { SSECustomerAlgorithm: 'AES256', SSECustomerKeyMD5: customerKeyMd5 }
    : { ServerSideEncryption: algorithm, ...(kmsKeyArn && { SSEKMSKeyId: kmsKeyArn }) };

/** The ARN of a key that the caller may use. What his own policies say of the key is not asked. */
function useKey(keyId: string, action: string, { region }: Bucket, call: Call): string {
  const key = lookUpKey(call.world, keyId, { accountId: call.accountId, region });
  const obstacle = encryptionObstacle(key);
  if (!key || obstacle)
    throw new ServiceError(obstacle ?? '', `The key ${key?.arn ?? keyId} cannot be used.`);
  if (decisionOnKey(key, action, call) === 'allowed') return key.arn;
  throw accessDenied(
    `User: ${call.caller.arn} is not authorized to perform: ${action} on resource: ${key.arn} because no resource-based policy allows the ${action} action`,
  );
}

/** The MD5 of the customer's key in base64, which S3 keeps; undefined when the request has none. */
function customerKeyOf({
  SSECustomerAlgorithm: algorithm,
  SSECustomerKey: key,
  SSECustomerKeyMD5: md5,
}: Wanted) {
  if (algorithm === undefined && key === undefined) return undefined;
  const bytes = Buffer.from(key ?? '', 'base64');
  const digest = createHash('md5').update(bytes).digest('base64');
  if (algorithm === 'AES256' && bytes.byteLength === 32 && md5 === digest) return digest;
  throw invalidArgument('The secret key was invalid for the specified algorithm.');
}

const keyWithoutKms = () =>
  invalidArgument(
    'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
  );
