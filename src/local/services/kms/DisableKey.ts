import type { DisableKeyRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findUsableKey } from './find-key.ts';

export const DisableKey: Operation<DisableKeyRequest, void> = (input, call) => {
  findUsableKey(input.KeyId, call).state = 'Disabled';
};
