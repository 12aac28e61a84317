import type { Technique } from '../../domain/technique.ts';

export const encryptionRemoved: Technique = {
  id: 'cloudtrail.encryption-removed',
  catalogue: ['CT-06', 'CT-13'],
  severity: 'medium',
  done: 'removed the KMS key of the log files',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['UpdateTrail'],
  drift: 'trail.KmsKeyId',
  request: 'field-is-empty',
  actions: { read: [], restore: [] },
};
