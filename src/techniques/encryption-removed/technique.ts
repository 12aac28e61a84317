import type { Technique } from '../../domain/technique.ts';

export const encryptionRemoved: Technique = {
  id: 'cloudtrail.encryption-removed',
  catalogue: ['CT-06'],
  severity: 'medium',
  done: 'removed the KMS key of the log files',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: ['trail.KmsKeyId'],
  isShownBy: ({ actual }) => actual === null,
  request: 'field-is-empty',
  restore: ['UpdateTrail'],
  lost: 'Nothing: files of that time are readable, but are encrypted by S3’s own key.',
  toDo: 'Set the approved KMS key on the trail again, and see who can read the bucket.',
};
