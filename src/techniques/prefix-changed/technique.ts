import { findRedirected } from '../../domain/request/trail-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const prefixChanged: Technique = {
  id: 'cloudtrail.prefix-changed',
  catalogue: ['CT-09'],
  severity: 'high',
  done: 'changed the prefix of the log files',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: ['trail.S3KeyPrefix'],
  request: (request) => findRedirected(request, 's3KeyPrefix'),
  restore: ['UpdateTrail'],
  lost: 'Nothing: files of that time lie under the other prefix.',
  toDo: 'Set the approved prefix again, and move the files of that time to where they are looked for.',
};
