import { findLogFile, isByCloudTrail } from '../../domain/request/bucket-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const logFilesOverwritten: Technique = {
  id: 's3.log-files-overwritten',
  catalogue: ['CT-55'],
  severity: 'high',
  done: 'overwrote log files',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['PutObject', 'CopyObject'], isDataPlane: true }],
  drift: [],
  request: (request, { actor }) => (isByCloudTrail(actor) ? null : findLogFile(request)),
  restore: [],
  lost: 'The files as they were, unless the bucket has versions, a replica or another copy of them.',
  toDo: 'Copy the version before it back, and validate the files of that time by their digests.',
};
