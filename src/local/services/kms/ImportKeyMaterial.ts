import type { ImportKeyMaterialRequest, ImportKeyMaterialResponse } from '@aws-sdk/client-kms';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { findKey } from './find-key.ts';
import { type ImportParameters, idOfMaterial } from './import-parameters.ts';
import type { ImportedMaterial, Key } from './key.ts';
import { emitKeyEvent } from './key-event.ts';
import { refuseStates, requireImportedMaterial } from './key-state.ts';

/** Makes a key usable, for ever or until its material expires. Only the material it had can be imported again. */
export const ImportKeyMaterial: Operation<ImportKeyMaterialRequest, ImportKeyMaterialResponse> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'KeyMaterialDescription', 'KeyMaterialId');
  const key = findKey(input.KeyId, call);
  requireImportedMaterial(key);
  refuseStates(key, 'PendingDeletion');
  const parameters = parametersOf(key, input.ImportToken, call);
  const materialId = idOfMaterial(parameters, input.EncryptedKeyMaterial ?? new Uint8Array(), key.id);
  if (materialId !== (key.materialId ?? materialId)) {
    throw new ServiceError(
      'IncorrectKeyMaterialException',
      'The key material is not the one that was imported.',
    );
  }
  key.material?.cancelExpiry();
  key.material = newMaterial(key, input, call);
  key.materialId = materialId;
  key.lifecycle = 'Enabled';
  return { KeyId: key.arn, KeyMaterialId: materialId };
};

function parametersOf(key: Key, token: Uint8Array | undefined, { world }: Call): ImportParameters {
  const parameters = key.importParameters.get(Buffer.from(token ?? []).toString('base64'));
  if (!parameters)
    throw new ServiceError('InvalidImportTokenException', 'The import token is not of this key.');
  if (parameters.validTo > world.clock.now()) return parameters;
  throw new ServiceError('ExpiredImportTokenException', 'The import token has expired.');
}

function newMaterial(
  key: Key,
  { ExpirationModel, ValidTo }: ImportKeyMaterialRequest,
  call: Call,
): ImportedMaterial {
  const { clock } = call.world;
  if (ExpirationModel === 'KEY_MATERIAL_DOES_NOT_EXPIRE') {
    return { expirationModel: ExpirationModel, cancelExpiry: () => undefined };
  }
  const expiresAt = Number(ValidTo);
  if (!(expiresAt > clock.now())) {
    throw new ServiceError(
      'ValidationException',
      'ValidTo must be a time in the future, unless the material never expires.',
    );
  }
  const cancelExpiry = clock.after(expiresAt - clock.now(), () => expire(key, call));
  return { expirationModel: 'KEY_MATERIAL_EXPIRES', expiresAt, cancelExpiry };
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html#kms-events-expiration */
function expire(key: Key, { world }: Call): void {
  key.material = undefined;
  if (key.lifecycle !== 'PendingDeletion') key.lifecycle = 'PendingImport';
  emitKeyEvent(world, key, {
    detailType: 'KMS Imported Key Material Expiration',
    eventName: 'DeleteExpiredKeyMaterial',
  });
}
