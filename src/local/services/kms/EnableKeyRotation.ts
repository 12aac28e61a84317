import type { EnableKeyRotationRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findKey } from './find-key.ts';
import { refuseStates, requireOwnMaterial } from './key-state.ts';

/** Keeps the setting; no material is ever rotated. */
export const EnableKeyRotation: Operation<EnableKeyRotationRequest, void> = (input, call) => {
  const key = findKey(input.KeyId, call);
  requireOwnMaterial(key);
  const periodInDays = input.RotationPeriodInDays ?? 365;
  if (!Number.isInteger(periodInDays) || periodInDays < 90 || periodInDays > 2560) {
    throw new ServiceError('ValidationException', 'RotationPeriodInDays must be between 90 and 2560.');
  }
  refuseStates(key, 'Disabled', 'PendingDeletion');
  key.rotation = { periodInDays, since: call.world.clock.now() };
};
