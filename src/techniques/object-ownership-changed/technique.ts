import type { Technique } from '../../domain/technique.ts';

export const objectOwnershipChanged: Technique = {
  id: 's3.object-ownership-changed',
  catalogue: ['CT-49'],
  severity: 'medium',
  done: 'changed the object ownership of the log bucket',
  subject: 'bucket',
  calls: [
    {
      eventSource: 's3.amazonaws.com',
      eventNames: ['PutBucketOwnershipControls', 'DeleteBucketOwnershipControls'],
    },
  ],
  drift: ['bucket.ownership'],
  request: 'state',
  restore: ['PutBucketOwnershipControls'],
  lost: 'Nothing, unless an ACL let strangers in meanwhile.',
  toDo: 'Set the approved object ownership again.',
};
