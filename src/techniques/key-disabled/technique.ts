import type { Technique } from '../../domain/technique.ts';

export const keyDisabled: Technique = {
  id: 'kms.key-disabled',
  catalogue: ['CT-33'],
  severity: 'critical',
  done: 'disabled the KMS key of the log files',
  subject: 'key',
  calls: [{ eventSource: 'kms.amazonaws.com', eventNames: ['DisableKey'] }],
  drift: ['key.KeyState'],
  isShownBy: ({ actual }) => !OTHERS.includes(actual),
  restore: ['EnableKey'],
  lost: 'Nothing when it is enabled within 30 days: CloudTrail delivers afterwards what it kept.',
  toDo: 'Enable the key again, and take the caller’s right to disable it away.',
};

/** States that other ways lead to. @see https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
const OTHERS: readonly unknown[] = [
  'PendingDeletion',
  'PendingReplicaDeletion',
  'PendingImport',
  'Unavailable',
];
