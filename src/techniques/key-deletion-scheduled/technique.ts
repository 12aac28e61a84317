import type { Technique } from '../../domain/technique.ts';

export const keyDeletionScheduled: Technique = {
  id: 'kms.key-deletion-scheduled',
  catalogue: ['CT-34'],
  severity: 'critical',
  done: 'scheduled the KMS key of the log files for deletion',
  subject: 'key',
  calls: [{ eventSource: 'kms.amazonaws.com', eventNames: ['ScheduleKeyDeletion'] }],
  drift: ['key.KeyState', 'key'],
  isShownBy: ({ path, actual }) => path === 'key' || PENDING.includes(actual),
  restore: ['CancelKeyDeletion', 'EnableKey'],
  lost: 'Nothing when it is cancelled in time. Once the key is deleted, nobody can ever read its log files.',
  toDo: 'Cancel the deletion before its date, then enable the key: cancelling leaves it disabled.',
};

const PENDING: readonly unknown[] = ['PendingDeletion', 'PendingReplicaDeletion'];
