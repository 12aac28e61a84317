import type { EnableKeyRotationRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findUsableKey } from './find-key.ts';

export const EnableKeyRotation: Operation<EnableKeyRotationRequest, void> = (input, call) => {
  const key = findUsableKey(input.KeyId, call);
  const days = input.RotationPeriodInDays ?? 365;
  if (!Number.isInteger(days) || days < 90 || days > 2560) {
    throw new ServiceError('ValidationException', 'RotationPeriodInDays must be between 90 and 2560.');
  }
  if (key.state === 'Disabled') throw new ServiceError('DisabledException', `${key.arn} is disabled.`);
  key.rotationPeriodInDays = days;
};
