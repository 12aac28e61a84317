import type { GetKeyRotationStatusRequest, GetKeyRotationStatusResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findKey } from './find-key.ts';

export const GetKeyRotationStatus: Operation<GetKeyRotationStatusRequest, GetKeyRotationStatusResponse> = (
  input,
  call,
) => {
  const { arn, rotationPeriodInDays: days } = findKey(input.KeyId, call);
  if (days === undefined) return { KeyId: arn, KeyRotationEnabled: false };
  return { KeyId: arn, KeyRotationEnabled: true, RotationPeriodInDays: days };
};
