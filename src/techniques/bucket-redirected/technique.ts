import { findRedirected } from '../../domain/request/trail-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const bucketRedirected: Technique = {
  id: 'cloudtrail.bucket-redirected',
  catalogue: ['CT-08'],
  severity: 'critical',
  done: 'pointed the trail at another S3 bucket',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: ['trail.S3BucketName'],
  request: (request) => findRedirected(request, 's3BucketName'),
  restore: ['UpdateTrail'],
  lost: 'Files delivered meanwhile: they lie in the other bucket, in its owner’s hands.',
  toDo: 'See that the approved bucket is still yours, set it on the trail, and fetch the files from the other one.',
};
