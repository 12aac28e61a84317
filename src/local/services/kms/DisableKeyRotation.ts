import type { DisableKeyRotationRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findUsableKey } from './find-key.ts';

export const DisableKeyRotation: Operation<DisableKeyRotationRequest, void> = (input, call) => {
  const key = findUsableKey(input.KeyId, call);
  if (key.state === 'Disabled') throw new ServiceError('DisabledException', `${key.arn} is disabled.`);
  key.rotationPeriodInDays = undefined;
};
