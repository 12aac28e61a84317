import type { ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse } from '@aws-sdk/client-kms';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findKey } from './find-key.ts';
import { type Key, keyStoreOf } from './key.ts';
import { emitKeyEvent } from './key-event.ts';
import { refuseStates } from './key-state.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const ScheduleKeyDeletion: Operation<ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse> = (
  input,
  call,
) => {
  const key = findKey(input.KeyId, call);
  refuseStates(key, 'PendingDeletion');
  const days = input.PendingWindowInDays ?? 30;
  if (!Number.isInteger(days) || days < 7 || days > 30) {
    throw new ServiceError('ValidationException', 'PendingWindowInDays must be between 7 and 30.');
  }
  const { clock } = call.world;
  const at = clock.now() + days * DAY_MS;
  key.lifecycle = 'PendingDeletion';
  key.deletion = { at, cancel: clock.after(days * DAY_MS, () => deleteKey(key, call)) };
  return {
    KeyId: key.arn,
    DeletionDate: new Date(at),
    KeyState: key.state,
    PendingWindowInDays: days,
  };
};

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html#kms-events-deletion */
function deleteKey(key: Key, call: Call): void {
  const { keys, aliases } = keyStoreOf(call);
  key.material?.cancelExpiry();
  keys.delete(key.id);
  for (const [name, { keyId }] of aliases) if (keyId === key.id) aliases.delete(name);
  emitKeyEvent(call.world, key, { detailType: 'KMS CMK Deletion', eventName: 'DeleteKey' });
}
