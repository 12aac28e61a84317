import type { Technique } from '../../domain/technique.ts';

export const keyMaterialRemoved: Technique = {
  id: 'kms.key-material-removed',
  catalogue: ['CT-37'],
  severity: 'critical',
  done: 'took the key material of the KMS key away',
  subject: 'key',
  calls: [
    {
      eventSource: 'kms.amazonaws.com',
      eventNames: ['DeleteImportedKeyMaterial', 'DisconnectCustomKeyStore'],
    },
  ],
  drift: ['key.KeyState'],
  isShownBy: ({ actual }) => actual === 'PendingImport' || actual === 'Unavailable',
  restore: [],
  lost: 'Nothing when the same material is back within 30 days. Without it, nobody can ever read the log files.',
  toDo: 'Import the same key material again, or connect the key store: only who holds the material can.',
};
