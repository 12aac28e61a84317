import type { UpdateKeyDescriptionRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findKey } from './find-key.ts';
import { refuseStates } from './key-state.ts';

export const UpdateKeyDescription: Operation<UpdateKeyDescriptionRequest, void> = (input, call) => {
  const key = findKey(input.KeyId, call);
  refuseStates(key, 'PendingDeletion');
  key.description = input.Description ?? '';
};
