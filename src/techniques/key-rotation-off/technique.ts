import type { Technique } from '../../domain/technique.ts';

export const keyRotationOff: Technique = {
  id: 'kms.key-rotation-off',
  catalogue: ['CT-38'],
  severity: 'low',
  done: 'turned off the rotation of the KMS key',
  subject: 'key',
  calls: [{ eventSource: 'kms.amazonaws.com', eventNames: ['DisableKeyRotation'] }],
  drift: ['key.rotation'],
  restore: ['EnableKeyRotation'],
  lost: 'Nothing.',
  toDo: 'Turn the rotation on again, with the same period.',
};
