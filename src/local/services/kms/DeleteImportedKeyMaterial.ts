import type {
  DeleteImportedKeyMaterialRequest,
  DeleteImportedKeyMaterialResponse,
} from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { findKey } from './find-key.ts';
import { requireImportedMaterial } from './key-state.ts';

/** Makes a key unusable at once, until the same material is imported again. */
export const DeleteImportedKeyMaterial: Operation<
  DeleteImportedKeyMaterialRequest,
  DeleteImportedKeyMaterialResponse
> = (input, call) => {
  refuseUnsupported(input, 'KeyMaterialId');
  const key = findKey(input.KeyId, call);
  requireImportedMaterial(key);
  key.material?.cancelExpiry();
  key.material = undefined;
  if (key.lifecycle !== 'PendingDeletion') key.lifecycle = 'PendingImport';
  return { KeyId: key.arn, ...(key.materialId && { KeyMaterialId: key.materialId }) };
};
