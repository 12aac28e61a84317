import type { Technique } from '../../domain/technique.ts';
import { findRedirected } from '../../domain/trail-request.ts';

export const bucketRedirected: Technique = {
  id: 'cloudtrail.bucket-redirected',
  catalogue: ['CT-08'],
  severity: 'critical',
  done: 'pointed the trail at another S3 bucket',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['UpdateTrail'],
  drift: 'trail.S3BucketName',
  request: (request) => findRedirected(request, 's3BucketName'),
  actions: { read: [], restore: [] },
};
