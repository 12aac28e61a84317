import type { EnableKeyRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findKey } from './find-key.ts';
import { refuseStates } from './key-state.ts';

export const EnableKey: Operation<EnableKeyRequest, void> = (input, call) => {
  const key = findKey(input.KeyId, call);
  refuseStates(key, 'PendingDeletion', 'PendingImport');
  key.lifecycle = 'Enabled';
};
