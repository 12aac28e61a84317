import type { CancelKeyDeletionRequest, CancelKeyDeletionResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findKey } from './find-key.ts';

/** Leaves the key disabled, or still waiting for its material. */
export const CancelKeyDeletion: Operation<CancelKeyDeletionRequest, CancelKeyDeletionResponse> = (
  input,
  call,
) => {
  const key = findKey(input.KeyId, call);
  if (!key.deletion) {
    throw new ServiceError('KMSInvalidStateException', `${key.arn} is not pending deletion.`);
  }
  key.deletion.cancel();
  key.deletion = undefined;
  key.lifecycle = key.origin === 'EXTERNAL' && !key.material ? 'PendingImport' : 'Disabled';
  return { KeyId: key.arn };
};
