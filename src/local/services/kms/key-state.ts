import { ServiceError } from '../../endpoint/service-error.ts';
import type { Key, KeyState } from './key.ts';

const invalidState = (text: string) => (key: Key) =>
  new ServiceError('KMSInvalidStateException', `${key.arn} ${text}`);

const refusals: Readonly<Record<Exclude<KeyState, 'Enabled'>, (key: Key) => ServiceError>> = {
  Disabled: (key) => new ServiceError('DisabledException', `${key.arn} is disabled.`),
  PendingDeletion: invalidState('is pending deletion.'),
  PendingImport: invalidState('is pending import.'),
  Unavailable: invalidState('is unavailable.'),
};

/**
 * Refuses what cannot be done with a key in some states.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 * @throws ServiceError `DisabledException`, `KMSInvalidStateException`
 */
export function refuseStates(key: Key, ...states: readonly (keyof typeof refusals)[]): void {
  const refused = states.find((state) => state === key.state);
  if (refused) throw refusals[refused](key);
}

/** @throws ServiceError `UnsupportedOperationException` for a key whose material KMS did not make */
export function requireOwnMaterial(key: Key): void {
  if (key.origin === 'AWS_KMS') return;
  throw new ServiceError(
    'UnsupportedOperationException',
    `${key.arn} origin is ${key.origin} which is not valid for this operation.`,
  );
}

/** @throws ServiceError `UnsupportedOperationException` for a key whose material cannot be imported */
export function requireImportedMaterial(key: Key): void {
  if (key.origin === 'EXTERNAL') return;
  throw new ServiceError(
    'UnsupportedOperationException',
    `${key.arn} origin is ${key.origin} which is not valid for this operation.`,
  );
}

/**
 * S3's code for an object that cannot be written or read with a key as it stands, as for CloudTrail's log files.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
 */
export function encryptionObstacle(key: Key | undefined): string | undefined {
  if (!key) return 'KMS.NotFoundException';
  if (key.state === 'Enabled') return undefined;
  return key.state === 'Disabled' ? 'KMS.DisabledException' : 'KMS.KMSInvalidStateException';
}
