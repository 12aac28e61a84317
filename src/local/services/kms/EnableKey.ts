import type { EnableKeyRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findUsableKey } from './find-key.ts';

export const EnableKey: Operation<EnableKeyRequest, void> = (input, call) => {
  findUsableKey(input.KeyId, call).state = 'Enabled';
};
