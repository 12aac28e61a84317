import { asJsonObject } from '../../domain/json.ts';
import type { Technique } from '../../domain/technique.ts';

export const versioningWeakened: Technique = {
  id: 's3.versioning-weakened',
  catalogue: ['CT-45'],
  severity: 'high',
  done: 'weakened the versioning of the log bucket',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['PutBucketVersioning'] }],
  drift: ['bucket.versioning'],
  request: ({ VersioningConfiguration }) =>
    asJsonObject(VersioningConfiguration).Status === 'Suspended' ? 'Status is "Suspended"' : null,
  restore: ['PutBucketVersioning'],
  lost: 'Files that were overwritten or deleted meanwhile. MFA delete only the root user can turn on again.',
  toDo: 'Turn versioning on again. MFA delete takes the root user and a device.',
};
