import type { GetKeyRotationStatusRequest, GetKeyRotationStatusResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findSharedKey } from './find-key.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Says no for a key that is pending deletion; that comes back when the deletion is cancelled. */
export const GetKeyRotationStatus: Operation<GetKeyRotationStatusRequest, GetKeyRotationStatusResponse> = (
  input,
  call,
) => {
  const { arn, rotation, state } = findSharedKey(input.KeyId, call);
  if (!rotation || state === 'PendingDeletion') return { KeyId: arn, KeyRotationEnabled: false };
  const { periodInDays, since } = rotation;
  const periodMs = periodInDays * DAY_MS;
  const passed = Math.floor((call.world.clock.now() - since) / periodMs);
  return {
    KeyId: arn,
    KeyRotationEnabled: true,
    RotationPeriodInDays: periodInDays,
    NextRotationDate: new Date(since + (passed + 1) * periodMs),
  };
};
