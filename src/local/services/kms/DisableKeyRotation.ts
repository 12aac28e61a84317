import type { DisableKeyRotationRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findKey } from './find-key.ts';
import { refuseStates, requireOwnMaterial } from './key-state.ts';

export const DisableKeyRotation: Operation<DisableKeyRotationRequest, void> = (input, call) => {
  const key = findKey(input.KeyId, call);
  requireOwnMaterial(key);
  refuseStates(key, 'Disabled', 'PendingDeletion');
  key.rotation = undefined;
};
